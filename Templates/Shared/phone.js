// A phone number in E.164: +, country code, no more than 15 digits. A national one gets the country code for its trunk prefix.
const phone = (country, trunk, international) => (given) => {
  if (given.match('[A-Za-z]')) return;
  let digits = given.replace('(0)', '').split('').filter((c) => c >= '0' && c <= '9').join('');
  if (!given.match('^[^0-9]*[+]')) {
    if (digits.indexOf('00') === 0) digits = digits.slice(2);
    else if (!country) return;
    else if (digits.length < international || digits.indexOf(country) !== 0) {
      digits = country + (trunk && digits.indexOf(trunk) === 0 ? digits.slice(trunk.length) : digits);
    }
  }
  if (digits.match('^[1-9][0-9]{6,14}$')) return '+' + digits;
};
