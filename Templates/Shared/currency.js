// A code of the list that the destination accepts, in upper case.
const currency = (value) => {
  const code = (text(value) || '').toUpperCase();
  if (code.match('^(CURRENCIES)$')) return code;
};
