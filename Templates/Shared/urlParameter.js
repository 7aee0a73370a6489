// A parameter of the page's address or of a referrer's on the same host.
const urlParameter = (name) => {
  const page = parseUrl(text(getEventData('page_location')) || '');
  if (!page) return undefined;
  const referrer = parseUrl(text(getEventData('page_referrer')) || '');
  const own = list(page.searchParams[name])[0];
  if (own || !referrer || referrer.hostname !== page.hostname) return own;
  return list(referrer.searchParams[name])[0];
};
