// Squeezed text that is sent as it is.
const plain = (value) => {
  const given = text(value);
  return given ? squeeze(given) || undefined : undefined;
};
