// The two letters of a country or a state, in lower case; nothing of a name.
const twoLetters = (given) => squeeze(given).match('^[a-z]{2}$') && squeeze(given);
