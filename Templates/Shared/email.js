// An e-mail address in lower case.
const email = (address) => {
  const lower = address.toLowerCase();
  return lower.match('^[^@ ]+@[^@ ]+$') ? lower : undefined;
};
