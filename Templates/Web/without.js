// The members of an object but one.
const without = (found, name) => {
  const rest = {};
  for (const key in found) if (key !== name) rest[key] = found[key];
  return rest;
};
