// Converts one value or many: each result once, a single one without a list around it.
const several = (convert) => (value) => {
  const results = [];
  list(value).forEach((element) => {
    const result = convert(element);
    if (result !== undefined && results.indexOf(result) < 0) results.push(result);
  });
  return results.length > 1 ? results : results[0];
};
