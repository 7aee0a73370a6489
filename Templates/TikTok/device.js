// The browser's client hints, in the shape of TikTok's device.
const device = (hints) => {
  if (getType(hints) !== 'object') return;
  const result = {browser_version_list: hints.brands || hints.full_version_list};
  ['architecture', 'bitness', 'mobile', 'model', 'platform', 'platform_version'].forEach((name) => {
    result[name] = hints[name];
  });
  return result;
};
