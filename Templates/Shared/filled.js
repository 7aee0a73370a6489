// The text of a value that says something; none for the words and macros that stand where a value is missing.
const filled = (value) => {
  const given = text(value);
  if (given && !given.toLowerCase().match(nothing)) return given;
};
