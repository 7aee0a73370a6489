// Text that is sent as it is: none where it holds an e-mail address or a phone number, which leave as digests alone.
const impersonal = (value) => {
  const given = filled(value);
  return personal(given) ? '' : given;
};
