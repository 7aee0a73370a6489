// The value of JSON text, an object or an array: other text would fail the tag on the server, even where it is caught.
const parse = (value) => {
  if (getType(value) === 'string' && value.trim().match('^[[{]')) return JSON.parse(value);
};
