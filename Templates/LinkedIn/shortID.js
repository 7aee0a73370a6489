// An id of up to 64 characters.
const shortID = (value) => unique(value).length > 64 ? '' : unique(value);
