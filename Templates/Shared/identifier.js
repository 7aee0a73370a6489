// An id of visible ASCII characters, which a cookie can keep.
const identifier = (value) => (impersonal(value).match('^[!-~]+$') || [])[0];
