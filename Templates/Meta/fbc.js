// The click id in Meta's form: one that is kept in this form stays with the time of its click, another click makes a new one.
// Meta gives a click 90 days.
const fbc = (kept) => (value) => {
  const now = getTimestampMillis();
  const given = filled(list(value).slice(-1)[0]);
  const isRecent = (id) => {
    const age = now - (composite(id) || '').split('.')[2];
    return age >= 0 && age <= 7776000000;
  };
  if (given.indexOf('fb.') === 0 || kept.indexOf(value) >= 0) return isRecent(given) ? given : '';
  const same = kept.map(text).filter((id) => id.split('.')[3] === given && isRecent(id))[0];
  return given.match('^[A-Za-z0-9_-]+$') && (same || 'fb.1.' + now + '.' + given);
};
