// Whether there is no value at all.
const missing = (value) => value == null || value === '';
