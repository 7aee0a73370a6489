// A whole number; undefined for all else.
const integer = (value) => {
  const result = number(value);
  return result % 1 === 0 ? result : undefined;
};
