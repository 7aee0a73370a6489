// The capitals, made small, of the word of a list that begins with this text; empty if none does.
const capitals = (known, start) => {
  const place = known.toLowerCase().indexOf(start);
  return place < 0 ? '' : chars(known.substring(place).split(' ')[1], '[A-Z]').toLowerCase();
};
