// The first digest, where only one is documented.
const hashFirst = (normalise) => (value) => digests(value, normalise)[0];
