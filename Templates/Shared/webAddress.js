// A page's address; a part of it that holds an e-mail address or a phone number gives way to a word.
const webAddress = (value) => {
  const cleaned = (part, marks) => {
    if (!marks.length) return personal(part) ? 'redacted' : part;
    return part.split(marks[0]).map((piece) => cleaned(piece, marks.slice(1))).join(marks[0]);
  };
  const given = text(value);
  return given && given.match('[@+%]') ? cleaned(given, ['#', '?', '&', ';', '=', '/']) : given;
};
