// A list of texts, from a list or JSON text.
const texts = (value) => {
  const found = list(parse(value)).map(text).filter((entry) => entry);
  if (found.length) return found;
};
