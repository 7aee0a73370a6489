// A country's two capital letters.
const countryCode = (value) => (twoLetters(text(list(value)[0])) || '').toUpperCase();
