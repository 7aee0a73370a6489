// An id of visible ASCII characters, which a cookie can keep.
const identifier = (value) => (unique(value).match('^[!-~]+$') || [])[0];
