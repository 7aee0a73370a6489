// The output of the row whose input is this text.
const lookup = (value, rows, fallback) => {
  const row = rows.filter((candidate) => candidate[0] === shown(value))[0];
  return row ? row[1] : fallback;
};
