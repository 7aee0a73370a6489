// A list of one id, the first of several.
const oneText = (value) => {
  const found = (texts(value) || []).filter(own).slice(0, 1);
  if (found.length) return found;
};
