// The value of JSON text, an object or an array; undefined for all else.
const parse = (value) => getType(value) === 'string' && value.trim().match('^[[{]') ? JSON.parse(value) : undefined;
