// An e-mail address in lower case.
const email = (given) => given.match('^[^@ ]+@[^@ ]+$') && given.toLowerCase();
