// The elements of an array or of an index-keyed object; another value alone.
const list = (value) => {
  const type = getType(value);
  if (type === 'array') return value;
  const elements = [];
  if (type === 'object') for (const key in value) if (key.match('^[0-9]+$')) elements.push(value[key]);
  return elements.length ? elements : [value];
};
