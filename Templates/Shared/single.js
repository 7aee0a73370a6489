// Converts one value or many: the first result.
const single = (convert) => (value) => list(value).map(convert).filter((result) => result !== undefined)[0];
