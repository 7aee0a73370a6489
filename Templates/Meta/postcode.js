// A postal code in lower case without spaces and dashes; of the nine digits of the USA the first five.
const postcode = (given) => {
  const code = given.trim();
  return squeeze(code.match('^[0-9]{5}[- ]?[0-9]{4}$') ? code.substring(0, 5) : code);
};
