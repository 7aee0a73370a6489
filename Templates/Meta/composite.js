// A browser id, or a click id with its time, in the form of Meta's cookies; a malformed one would cost the whole event.
const composite = (value) => (text(value).match('^fb[.][0-9]+[.][0-9]{13}[.][A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)?$') || [])[0];
