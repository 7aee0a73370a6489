// The browser's client hints, in the shape of TikTok's device; a platform from a header stands in quotes.
const device = (hints) => {
  if (getType(hints) !== 'object') return;
  const result = {};
  const word = (value) => impersonal(text(value).split('"').join(''));
  ['architecture', 'bitness', 'model', 'platform', 'platform_version'].forEach((name) => put(result, name, word, [hints[name]]));
  put(result, 'mobile', truth, [hints.mobile]);
  [hints.brands, hints.full_version_list].forEach((versions) => {
    const named = (getType(versions) === 'array' ? versions : []).filter((entry) => getType(entry) === 'object' && word(entry.brand));
    if (named.length) result.browser_version_list = named.map((entry) => ({brand: word(entry.brand), version: word(entry.version)}));
  });
  return result;
};
