// What a hit says of a type of consent: false if any signal refuses, else true if any grants, else undefined.
// A digit of gcd, of base 64, has two bits of default and two of update, 2 for refused and 3 for granted; an update outweighs the
// default: what is left are the digits that refuse and those that grant.
// A server writes consentGrantedState from gcd, and true where gcd says nothing: it grants only what an update has changed.
const consent = (type, gcsPlace, gcdPlace) => {
  const at = (value, form, place) => text(value).match(form) ? text(value).charAt(place) : '';
  const gcd = (value) => 'gcd ' + at(value, '^1[0-9]([0-9A-Za-z_-][0-9]){4}', gcdPlace);
  const state = (value) => getType(value) === 'object' ? 'is ' + (getType(value[type]) === 'boolean' ? value[type] : text(value[type]).toLowerCase()) : '';
  const derived = state(getEventData('x-sst-system_properties.consent.consentGrantedState'));
  const signals = [
    at(getEventData('x-ga-gcs'), '^G1[-01]{2}', gcsPlace),
    gcd(getEventData('x-ga-gcd')),
    gcd(getEventData('x-ga-mp2-gcd')),
    gcd(getEventData('x-sst-system_properties.gcd')),
    derived !== 'is true' || getEventData('x-sst-system_properties.consent.isUpdate') === true ? derived : '',
    state(getEventData('consent_state'))
  ];
  const says = (words) => signals.some((signal) => signal.match('^(' + words + ')$'));
  return !says('0|gcd [2689aeimopquyCEFGKOSUVW-]|is (0|false|denied)') && (says('1|gcd [37bcdfjnrstvzDHIJLPTXYZ_]|is (1|true|granted)') || undefined);
};
