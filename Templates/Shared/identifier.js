// An id of visible ASCII characters, which a cookie can keep.
const identifier = (value) => {
  const given = impersonal(value) || '';
  if (given.match('^[!-~]+$')) return given;
};
