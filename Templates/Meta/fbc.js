// The click id in Meta's form: one that is kept stays with the time of its click, another click makes a new one. Meta gives a
// click 90 days.
const fbc = (all) => (value) => {
  const now = getTimestampMillis();
  const given = filled(list(value).slice(-1)[0]);
  const isRecent = (kept) => {
    const age = now - (composite(kept) || '').split('.')[2] * 1;
    return age >= 0 && age <= 7776000000;
  };
  if (given.indexOf('fb.') === 0) return isRecent(given) ? given : '';
  const kept = all.map(text).filter((other) => other.split('.')[3] === given && isRecent(other))[0];
  return given.match('^[A-Za-z0-9_-]+$') && (kept || 'fb.1.' + now + '.' + given);
};
