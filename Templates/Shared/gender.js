// f or m.
const gender = (given) => {
  const word = given.toLowerCase();
  return ['f', 'm', 'female', 'male'].indexOf(word) >= 0 && word.charAt(0);
};
