// What a hit says of a type of consent: false if any signal refuses, else true if any grants, else undefined.
// A digit of gcd has two bits of default and two of update, 2 for refused and 3 for granted; an update outweighs the default.
// A server writes consentGrantedState from gcd, and true where gcd says nothing: it grants only what an update has changed.
const consent = (type, gcsPlace, gcdPlace) => {
  const at = (value, form, place) => text(value).match(form) ? text(value).charAt(place) : '';
  const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';
  const gcd = (value) => '--01--0100011101'.charAt(digits.indexOf(at(value, '^1[0-9]([0-9A-Za-z_-][0-9]){4}', gcdPlace)) % 16);
  const state = (value) => getType(value) === 'object' ? text(value[type]).toLowerCase() || value[type] : '';
  const derived = state(getEventData('x-sst-system_properties.consent.consentGrantedState'));
  const signals = [
    at(getEventData('x-ga-gcs'), '^G1[-01]{2}', gcsPlace),
    gcd(getEventData('x-ga-gcd')),
    gcd(getEventData('x-ga-mp2-gcd')),
    gcd(getEventData('x-sst-system_properties.gcd')),
    derived + '' !== 'true' || getEventData('x-sst-system_properties.consent.isUpdate') === true ? derived : '',
    state(getEventData('consent_state'))
  ];
  const says = (words) => signals.some((signal) => words.indexOf(signal) >= 0);
  return !says(['0', 'false', 'denied', false]) && (says(['1', 'true', 'granted', true]) || undefined);
};
