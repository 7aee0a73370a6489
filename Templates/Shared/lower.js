// Lower case.
const lower = (given) => given.toLowerCase();
