// What was found, by the pixel's own names; what it has no name for is left out, also of products.
const renamed = (found, names) => {
  if (getType(found) === 'array') return found.map((entry) => renamed(entry, names));
  if (getType(found) !== 'object') return found;
  const result = {};
  for (const key in names) if (found[key] !== undefined) result[names[key]] = renamed(found[key], names);
  return result;
};
