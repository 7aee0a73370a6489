// TikTok knows two types of content.
const contentType = (value) => {
  if (value === 'product' || value === 'product_group') return value;
};
