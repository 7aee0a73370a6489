// f, m or n.
const genderOrNone = (given) => given.toLowerCase() === 'n' ? 'n' : gender(given);
