// A date of birth as YYYYMMDD: of the year first, of the day first with dots, of the month first with slashes.
const birthday = (given) => {
  const date = spaced(given);
  const forms = [['^([0-9]{4})([0-9]{2})([0-9]{2})$', 1, 2, 3], ['^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([Tt ][^,]*)?$', 1, 2, 3], ['^([0-9]{1,2})[.]([0-9]{1,2})[.]([0-9]{4})$', 3, 2, 1], ['^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})$', 3, 1, 2]];
  const form = forms.filter((candidate) => date.match(candidate[0]))[0];
  if (!form) return;
  const parts = form.slice(1).map((place) => date.match(form[0])[place]).map((part) => part.length < 2 ? '0' + part : part);
  const isPast = parts[0] >= '1900' && (parts[0] * 12 + parts[1] * 1 - 1) * 2629746000 - 62167219200000 <= getTimestampMillis();
  const last = {'02': parts[0] % 4 || parts[0] === '1900' ? '28' : '29', '04': '30', '06': '30', '09': '30', '11': '30'}[parts[1]] || '31';
  return isPast && parts[1] >= '01' && parts[1] <= '12' && parts[2] >= '01' && parts[2] <= last && parts.join('');
};
