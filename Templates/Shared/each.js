// Converts one value or many: each result once; one alone stands without a list, and so does the first if only one is wanted.
const each = (convert, onlyOne) => (value) => {
  const results = list(value).map(convert).filter((result, place, all) => result !== undefined && all.indexOf(result) === place);
  return onlyOne || results.length < 2 ? results[0] : results;
};
