// A code of the list that the destination accepts, in upper case.
const currency = (value) => (text(value).toUpperCase().match('^(CURRENCIES)$') || [])[0];
