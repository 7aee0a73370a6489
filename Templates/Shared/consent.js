// What a hit says of a type of consent: false if any signal refuses, else true if any grants, else undefined.
const consent = (type, gcsPlace, gcdPlace) => {
  let refused = false;
  let granted = false;
  const hear = (value) => {
    const word = makeString(value).toLowerCase();
    refused = refused || word === 'denied' || word === 'false' || word === '0';
    granted = granted || word === 'granted' || word === 'true' || word === '1';
  };
  const gcs = makeString(getEventData('x-ga-gcs'));
  if (gcsPlace && gcs.match('^G1[-01][-01]')) hear(gcs.charAt(gcsPlace));
  [getEventData('x-ga-gcd'), getEventData('x-ga-mp2-gcd')].map(makeString).forEach((gcd) => {
    if (!gcd.match('^1[0-9]([0-9A-Za-z_-][0-9]){4}')) return;
    // Two bits of default, two of update: 2 is refused, 3 granted, an update outweighs the default.
    const bits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_'.indexOf(gcd.charAt(gcdPlace));
    const state = bits % 4 > 1 ? bits % 4 : (bits % 16 - bits % 4) / 4;
    if (state > 1) hear(state === 3);
  });
  [getEventData('x-sst-system_properties.consent.consentGrantedState'), getEventData('consent_state')].forEach((state) => {
    if (getType(state) === 'object') hear(state[type]);
  });
  return refused ? false : granted || undefined;
};
