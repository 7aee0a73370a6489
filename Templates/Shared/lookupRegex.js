// The output of the first row whose pattern fits this text.
const lookupRegex = (value, flags, rows, fallback) => {
  const row = rows.filter((candidate) => testRegex(createRegex(candidate[0], flags), shown(value)))[0];
  return row ? row[1] : fallback;
};
