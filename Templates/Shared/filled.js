// The text of a value that says something; empty for the words and macros that stand where a value is missing.
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
