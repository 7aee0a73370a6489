// A whole number; undefined for all else.
const integer = (value) => {
  const result = number(value);
  if (result % 1 === 0) return result;
};
