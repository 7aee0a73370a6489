// GA4 items or the destination's own contents, in its form.
const contents = (kind) => (value) => {
  const entries = [];
  items(value).forEach((item) => {
    const entry = ENTRY;
    FIELDS;
    if (KNOWN) entries.push(entry);
  });
  if (entries.length) return entries;
};
