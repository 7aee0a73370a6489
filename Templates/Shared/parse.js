// The value of JSON text, an object or an array; all else as it is, since parsing it would fail the tag on the server.
const parse = (value) => getType(value) === 'string' && value.trim().match('^[[{]') ? JSON.parse(value) : value;
