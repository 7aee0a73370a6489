// A list of digests, also of one.
const hashAll = (normalise) => (value) => {
  const found = digests(value, normalise);
  if (found.length) return found;
};
