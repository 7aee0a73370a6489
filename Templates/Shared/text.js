// The trimmed text of a text or a finite number; undefined for all else.
const text = (value) => {
  const type = getType(value);
  if (type === 'string' || type === 'number' && value - value === 0) return ('' + value).trim() || undefined;
};
