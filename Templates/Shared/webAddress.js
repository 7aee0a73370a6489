// A page's address: parts that hold personal data leave as the word 'redacted'.
const webAddress = (value) => {
  const given = filled(value);
  const found = personal(given);
  return found ? webAddress(spaced(given).split(found[0]).join('redacted')) : given;
};
