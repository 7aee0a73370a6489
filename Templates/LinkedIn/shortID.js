// An id of up to 64 characters.
const shortID = (value) => impersonal(value).length > 64 ? '' : impersonal(value);
