// Sets a member that has no value yet, where a candidate has a usable form.
const keep = (target, name, convert, candidate) => {
  if (target[name] !== undefined || missing(candidate)) return;
  const value = convert(candidate);
  if (value || value === 0) target[name] = value;
};
