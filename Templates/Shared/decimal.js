// Text with a comma as the text of a number; as it is where the comma may part thousands, as in '1,234'.
const decimal = (given) => {
  const plain = spaced(given);
  const isDecimal = plain.match('^[-+]?((0[0-9]*|[0-9]{4,}|[0-9]{1,3}([. ][0-9]{3})+)?,[0-9]+|[0-9]{1,3},([0-9]{1,2}|[0-9]{4,}))$');
  return isDecimal ? plain.split('.').join('').split(' ').join('').replace(',', '.') : given;
};
