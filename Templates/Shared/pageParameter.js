// A parameter of an address or, where it has none, of a referrer's on the same host.
const pageParameter = (name, location, referrer) => {
  const page = parseUrl(text(location) || '');
  if (!page) return;
  const own = list(page.searchParams[name])[0];
  const before = parseUrl(text(referrer) || '');
  return filled(own) || !before || before.hostname !== page.hostname ? own : list(before.searchParams[name])[0];
};
