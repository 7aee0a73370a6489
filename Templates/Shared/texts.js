// A list of texts, from a list or JSON text.
const texts = (value) => {
  const found = list(parse(value)).map(impersonal).filter((entry) => entry);
  if (found.length) return found;
};
