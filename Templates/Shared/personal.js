// Whether a text holds an e-mail address or an international phone number, also where it is encoded for a web address.
const personal = (given) => {
  if (!given.match('[@+%]')) return false;
  const codes = [['%25', '%'], ['%40', '@'], ['%2B', '+'], ['%2b', '+'], ['%20', ' '], ['%C2%A0', ' ']];
  const plain = codes.reduce((found, code) => found.split(code[0]).join(code[1]), spaced(given));
  return plain.match('[^ @]@[^ @]+[.][A-Za-z]{2,}|[+][1-9][-+0-9()./ \u200b-\u2015\u202a-\u202e]{6,}[0-9]');
};
