// Two types of content are known.
const contentType = (value) => {
  if (value === 'product' || value === 'product_group') return value;
};
