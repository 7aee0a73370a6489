// TikTok knows two types of content.
const contentType = (value) => value === 'product_group' ? value : value === 'product' ? value : undefined;
