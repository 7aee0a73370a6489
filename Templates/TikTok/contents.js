// GA4 items or TikTok's own contents, from an array, an index-keyed object or JSON text.
const contents = (contentType) => (value) => {
  const given = parse(value) || value;
  const lone = getType(given) === 'object' && first([given.content_id, given.item_id]) !== undefined;
  const entries = [];
  (lone ? [given] : list(given)).forEach((item) => {
    if (getType(item) !== 'object') return;
    const categories = [item.item_category, item.item_category2, item.item_category3, item.item_category4, item.item_category5];
    const entry = {};
    put(entry, 'content_id', text, [item.content_id, item.item_id, item.id]);
    put(entry, 'content_name', text, [item.content_name, item.item_name, item.name]);
    put(entry, 'content_category', text, [item.content_category, categories.map(text).filter((name) => name).join(',')]);
    put(entry, 'brand', text, [item.brand, item.item_brand]);
    put(entry, 'price', number, [item.price]);
    put(entry, 'quantity', number, [item.quantity]);
    if (entry.content_id === undefined && entry.content_name === undefined) return;
    if (entry.quantity === undefined) entry.quantity = 1;
    entry.content_type = contentType;
    entries.push(entry);
  });
  return entries.length ? entries : undefined;
};
