// A digest, or a list of several.
const hash = (normalise) => (value) => {
  const found = digests(value, normalise);
  return found.length > 1 ? found : found[0];
};
