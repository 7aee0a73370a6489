// An id of one event, order or click, as text.
const unique = (value) => own(impersonal(value));
