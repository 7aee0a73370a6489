// The trimmed text of a text or a finite number; empty for all else.
const text = (value) => {
  const type = getType(value);
  return type === 'string' || type === 'number' && value - value === 0 ? ('' + value).trim() : '';
};
