// What a conversion gives as a list, also where it is one.
const many = (convert) => (value) => {
  const found = convert(value);
  return found && list(found);
};
