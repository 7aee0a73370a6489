// A page's address; each part of it that holds an e-mail address or a phone number gives way to a word.
const webAddress = (value) => {
  const given = filled(value);
  if (!given || !given.match('[@+%]')) return given;
  const parts = '#?&;=/'.split('').reduce((rest, mark) => rest.split(mark).join('\n'), given).split('\n');
  return parts.filter(personal).reduce((page, part) => page.split(part).join('redacted'), given);
};
