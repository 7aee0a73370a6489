// Whether there is no value, or a text that stands for none.
const missing = (value) => value == null || getType(value) === 'string' && !filled(value);
