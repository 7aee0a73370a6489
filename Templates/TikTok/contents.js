// GA4 items or TikTok's own contents, from an array, an index-keyed object, one object or JSON text.
const contents = (kind) => (value) => {
  const given = parse(value) || value;
  const isOne = getType(given) === 'object' && (given.item_id || given.content_id);
  const entries = [];
  (isOne ? [given] : list(given)).forEach((item) => {
    if (getType(item) !== 'object') return;
    const entry = {};
    put(entry, 'content_id', text, [item.content_id, item.item_id, item.id]);
    put(entry, 'content_name', text, [item.content_name, item.item_name, item.name]);
    const categories = [item.item_category, item.item_category2, item.item_category3, item.item_category4, item.item_category5];
    put(entry, 'content_category', text, [item.content_category, categories.map(text).filter((name) => name).join(',')]);
    put(entry, 'brand', text, [item.brand, item.item_brand]);
    put(entry, 'price', number, [item.price]);
    put(entry, 'quantity', number, [item.quantity, 1]);
    entry.content_type = kind;
    if (entry.content_id || entry.content_name) entries.push(entry);
  });
  if (entries.length) return entries;
};
