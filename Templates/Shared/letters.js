// Lower case without spaces, punctuation and digits; letters of every script stay.
const letters = (given) => chars(squeeze(given), '[^0-9]');
