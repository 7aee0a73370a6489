// Whether anything stands in a value, or in what it is made of.
const occupied = (value) => getType(value) === 'array' ? value.some(occupied) : getType(value) === 'object' ? Object.values(value).some(occupied) : !missing(value);
