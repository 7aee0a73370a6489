// Squeezed text that is sent as it is.
const plain = (value) => squeeze(text(list(value)[0]) || '') || undefined;
