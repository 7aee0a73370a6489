// Lower case without spaces, punctuation and digits; letters of every script stay.
const letters = (given) => squeeze(given).split('').filter((c) => '0123456789'.indexOf(c) < 0).join('');
