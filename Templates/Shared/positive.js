// The form of a number above zero; empty for all else, since nobody takes no piece or less.
const positive = (form) => (value) => number(value) > 0 ? form(value) : '';
