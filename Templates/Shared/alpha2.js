// A country's two letters, in lower case: those of ISO 3166-1, which are not 'UK'.
const alpha2 = (given) => (twoLetters(given) || '').replace('uk', 'gb');
