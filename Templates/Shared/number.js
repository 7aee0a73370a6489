// A finite number, also from text: a comma is its decimal mark where it cannot part thousands, as in '1,234'; undefined for all else.
const number = (value) => {
  const given = spaced(text(value));
  const isDecimal = given.match('^[-+]?((0[0-9]*|[0-9]{4,}|[0-9]{1,3}([. ][0-9]{3})+)?,[0-9]+|[0-9]{1,3},([0-9]{1,2}|[0-9]{4,}))$');
  const result = (isDecimal ? given.split('.').join('').split(' ').join('').replace(',', '.') : given) * 1;
  if (given.match('^[^xXbBoO]+$') && result - result === 0) return result;
};
