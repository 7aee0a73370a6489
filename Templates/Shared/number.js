// A finite number, also from numeric text; undefined for all else.
const number = (value) => {
  const digits = text(value);
  if (!digits || !digits.match('^[-+]?[0-9.]+(e[-+]?[0-9]+)?$')) return undefined;
  const result = makeNumber(digits);
  return result - result === 0 ? result : undefined;
};
