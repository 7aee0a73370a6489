// A finite number, also from numeric text; undefined for all else.
const number = (value) => {
  const digits = text(value);
  const result = digits && digits.match('^[-+]?[0-9.]+(e[-+]?[0-9]+)?$') ? makeNumber(digits) : undefined;
  if (result - result === 0) return result;
};
