// A finite number, also from numeric text; undefined for all else.
const number = (value) => {
  const result = text(value) * 1;
  if (result - result === 0) return result;
};
