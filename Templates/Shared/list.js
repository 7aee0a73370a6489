// The elements of an array or an index-keyed object; another value alone.
const list = (value) => {
  const type = getType(value);
  if (type === 'array') return value;
  if (type !== 'object') return [value];
  const elements = [];
  for (const key in value) elements.push(value[key]);
  return elements;
};
