// A country's two capital letters.
const countryCode = (value) => alpha2(text(list(value)[0])).toUpperCase();
