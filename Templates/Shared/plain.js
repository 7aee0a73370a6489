// Squeezed text that is sent as it is.
const plain = (value) => squeeze(text(value) || '') || undefined;
