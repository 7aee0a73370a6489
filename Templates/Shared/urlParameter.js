// A parameter of the page's address or of a referrer's on the same host.
const urlParameter = (name) => {
  const page = parseUrl(text(getEventData('page_location')) || '');
  if (!page) return;
  const own = list(page.searchParams[name])[0];
  const referrer = parseUrl(text(getEventData('page_referrer')) || '');
  return own || !referrer || referrer.hostname !== page.hostname ? own : list(referrer.searchParams[name])[0];
};
