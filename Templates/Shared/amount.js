// Money as text: a decimal number of no more than two places.
const amount = (value) => {
  const given = number(value);
  const result = given === undefined ? '' : '' + Math.round(given * 100) / 100;
  if (result.match('^-?[0-9]+([.][0-9]+)?$')) return result;
};
