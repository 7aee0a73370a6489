// A list of texts, from a list or JSON text.
const texts = (value) => {
  const found = list(parse(value) || value).map(text).filter((entry) => entry !== undefined);
  if (found.length) return found;
};
