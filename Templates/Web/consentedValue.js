// The value that a page sends, as far as some destination may have it: the whole, or the parts of an object for which
// there is the consent that is asked for; undefined where there is none.
const consentedValue = (value, parts, granted) => {
  // 'reduce' takes an undefined start for none, and begins with the key.
  if (value === undefined) return;
  const lines = (parts || '').split('\n').map((line) => line.split(' '));
  const allowed = lines.filter((words) => words.slice(1).every((type) => granted[type])).map((words) => words[0]);
  if (allowed.indexOf('*') >= 0) return value;
  const isNested = (inner) => ['object', 'array'].indexOf(getType(inner)) >= 0;
  let sent;
  allowed.forEach((path) => {
    const keys = path.split('.');
    const found = keys.reduce((inner, key) => isNested(inner) ? inner[key] : undefined, value);
    if (found === undefined || found === null) return;
    sent = sent || {};
    let target = sent;
    keys.slice(0, -1).forEach((key) => {
      target[key] = target[key] || {};
      target = target[key];
    });
    target[keys[keys.length - 1]] = found;
  });
  return sent;
};
