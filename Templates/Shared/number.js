// A finite number, also from text; undefined for all else.
const number = (value) => {
  const given = text(value);
  const result = (given.indexOf(',') < 0 ? given : decimal(given)) * 1;
  if (given && result - result === 0) return result;
};
