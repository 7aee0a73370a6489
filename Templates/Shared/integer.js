// A whole number; empty for all else.
const integer = (value) => number(value) % 1 === 0 ? number(value) : '';
