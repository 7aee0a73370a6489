// Squeezed text that is sent as it is.
const plain = (value) => squeeze(impersonal(list(value)[0]));
