// A finite number, also from text: a comma is its decimal mark where it cannot part thousands, and parts thousands where it cannot be
// the mark; '1,234' may be either. Undefined for all else.
const number = (value) => {
  const given = spaced(text(value));
  const isDecimal = given.match('^[-+]?((0[0-9]*|[0-9]{4,}|[0-9]{1,3}([. ][0-9]{3})+)?,[0-9]+|[0-9]{1,3},([0-9]{1,2}|[0-9]{4,}))$');
  const isGrouped = given.match('^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+|,[0-9]{3})$');
  const result = (isGrouped ? given.split(',').join('') : isDecimal ? given.split('.').join('').split(' ').join('').replace(',', '.') : given) * 1;
  if (given.match('^[^xXbBoO]+$') && result - result === 0) return result;
};
