// True or false, also from the words; undefined for all else.
const truth = (value) => {
  const word = shown(value).toLowerCase();
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
};
