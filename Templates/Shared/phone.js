// A phone number in E.164: with + and country code, no more than 15 digits.
const phone = (country, trunk, international) => (given) => {
  if (given.match('[A-Za-z]')) return undefined;
  let plus = given.match('^[^0-9]*[+]') !== null;
  let digits = (plus ? given.replace('(0)', '') : given).split('').filter((c) => c >= '0' && c <= '9').join('');
  if (!plus && digits.indexOf('00') === 0) {
    plus = true;
    digits = digits.slice(2);
  }
  if (!plus) {
    if (!country) return undefined;
    if (digits.length < international || digits.indexOf(country) !== 0) {
      if (trunk && digits.indexOf(trunk) === 0) digits = digits.slice(trunk.length);
      digits = country + digits;
    }
  }
  return digits.match('^[1-9][0-9]{6,14}$') ? '+' + digits : undefined;
};
