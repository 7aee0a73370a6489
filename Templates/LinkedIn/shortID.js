// An id of up to 64 characters.
const shortID = (value) => {
  const given = impersonal(value);
  if (given && given.length <= 64) return given;
};
