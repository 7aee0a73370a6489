// GA4 items or the destination's own contents, in its form.
const contents = (kind) => (value) => {
  const entries = [];
  items(value).forEach((item) => {
    const entry = ENTRY;
    const categories = ['', 2, 3, 4, 5].map((level) => impersonal(item['item_category' + level])).filter((name) => name);
    FIELDS;
    if (KNOWN) entries.push(entry);
  });
  if (entries.length) return entries;
};
