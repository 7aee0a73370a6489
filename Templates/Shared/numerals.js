// A phone number with the code of its country, without +.
const numerals = (dial) => (given) => (dial(given) || '').split('+').join('');
