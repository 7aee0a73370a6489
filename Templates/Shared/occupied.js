// Whether anything stands in a value, or in what it is made of.
const occupied = (value) => {
  if (getType(value) === 'array') return value.some(occupied);
  return getType(value) === 'object' ? Object.keys(value).some((key) => occupied(value[key])) : !missing(value);
};
