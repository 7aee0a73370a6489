// A list of texts, from a list or JSON text.
const texts = (value) => {
  const found = list(parse(value) || value).map(text).filter((entry) => entry !== undefined);
  return found.length ? found : undefined;
};
