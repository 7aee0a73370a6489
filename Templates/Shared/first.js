// The first that is neither undefined, null nor empty.
const first = (values) => values.filter((value) => value !== undefined && value !== null && value !== '')[0];
