// The trimmed text of a text or a finite number; empty for all else.
const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
