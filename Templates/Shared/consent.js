// What a hit says of a type of consent: false if any signal refuses, else true if any grants, else undefined.
// In gcd each digit holds two bits of default and two of update, 2 for refused and 3 for granted; an update outweighs the default.
const consent = (type, gcsPlace, gcdPlace) => {
  const signals = [];
  const gcs = makeString(getEventData('x-ga-gcs'));
  if (gcs.match('^G1[-01]{2}')) signals.push(gcs.charAt(gcsPlace));
  [getEventData('x-ga-gcd'), getEventData('x-ga-mp2-gcd')].forEach((value) => {
    const gcd = makeString(value);
    if (!gcd.match('^1[0-9]([0-9A-Za-z_-][0-9]){4}')) return;
    const bits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_'.indexOf(gcd.charAt(gcdPlace));
    signals.push((bits % 4 > 1 ? bits % 4 : (bits % 16 - bits % 4) / 4) - 2);
  });
  [getEventData('x-sst-system_properties.consent.consentGrantedState'), getEventData('consent_state')].forEach((state) => {
    if (getType(state) === 'object') signals.push(state[type]);
  });
  const says = (words) => signals.some((signal) => words.indexOf(makeString(signal).toLowerCase()) >= 0);
  return !says(['0', 'false', 'denied']) && (says(['1', 'true', 'granted']) || undefined);
};
