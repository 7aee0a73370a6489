// The items in an array, an index-keyed object or JSON text; one object is one item.
const items = (value) => list(parse(value)).filter((item) => getType(item) === 'object');
