// The categories of a GA4 item, from the widest to the narrowest.
const categories = (item) => ['', 2, 3, 4, 5].map((level) => impersonal(item['item_category' + level])).filter((name) => name).join(',');
