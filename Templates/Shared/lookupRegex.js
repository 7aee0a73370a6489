// The output of the first row whose pattern fits this text.
const lookupRegex = (value, flags, rows, fallback) => {
  const input = makeString(value);
  const row = rows.filter((candidate) => testRegex(createRegex(candidate[0], flags), input))[0];
  return row ? row[1] : fallback;
};
