// The browser's client hints, in the shape of TikTok's device.
const device = (hints) => {
  if (getType(hints) !== 'object') return undefined;
  const result = {};
  ['architecture', 'bitness', 'mobile', 'model', 'platform', 'platform_version'].forEach((name) => {
    put(result, name, (hint) => hint, [hints[name]]);
  });
  put(result, 'browser_version_list', (hint) => hint, [hints.brands, hints.full_version_list]);
  return result;
};
