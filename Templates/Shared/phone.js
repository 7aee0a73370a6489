// A phone number with the code of its country, behind the prefix that it gets: no more than 15 digits. The pattern finds the country's
// own numbers, the way they are dialled there. Between the digits there may be blanks, dashes and marks of the writing direction.
const phone = (prefix, country, own) => (given) => {
  if (spaced(given).match('[^-+0-9()/. \u200b-\u2015\u202a-\u202e]')) return;
  const dialled = given.replace('(0)', '').split('').filter((c) => '+0123456789'.indexOf(c) >= 0).join('');
  const found = dialled.match(own);
  if (found) return prefix + country + found[1];
  const foreign = dialled.match('^([+]|00)([1-9][0-9]{6,14})$');
  return foreign && prefix + foreign[2];
};
