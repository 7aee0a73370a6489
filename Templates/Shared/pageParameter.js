// A parameter of an address or, where it has none, of a referrer's on the same host. Platforms append theirs to a link,
// which may have one already: the last of several counts.
const pageParameter = (name, location, referrer) => {
  const page = parseUrl(text(location));
  if (!page) return;
  const own = list(page.searchParams[name]).slice(-1)[0];
  const before = parseUrl(text(referrer));
  return filled(own) || !before || before.hostname !== page.hostname ? own : list(before.searchParams[name]).slice(-1)[0];
};
