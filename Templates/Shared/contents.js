// GA4 items or TikTok's own contents, in TikTok's form.
const contents = (kind) => (value) => {
  const entries = [];
  items(value).forEach((item) => {
    const entry = {content_type: kind};
    const categories = ['', 2, 3, 4, 5].map((level) => impersonal(item['item_category' + level])).filter((name) => name);
    put(entry, 'content_id', impersonal, [item.content_id, item.item_id, item.id]);
    put(entry, 'content_name', impersonal, [item.content_name, item.item_name, item.name]);
    put(entry, 'content_category', impersonal, [item.content_category, categories.join(',')]);
    put(entry, 'brand', impersonal, [item.brand, item.item_brand]);
    put(entry, 'price', number, [item.price]);
    put(entry, 'quantity', number, [missing(item.quantity) ? 1 : item.quantity]);
    if (entry.content_id || entry.content_name) entries.push(entry);
  });
  if (entries.length) return entries;
};
