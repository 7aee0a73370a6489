// A whole number above zero, as of pieces; empty for all else.
const count = (value) => number(value) > 0 && number(value) % 1 === 0 ? number(value) : '';
