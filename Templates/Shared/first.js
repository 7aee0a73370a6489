// The first of what a conversion gives, where only one is documented.
const first = (convert) => (value) => list(convert(value))[0];
