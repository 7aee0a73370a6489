// An e-mail address in lower case.
const email = (given) => spaced(given).match('^[^@ ",:;<>()]+@[^@ ",:;<>()]*[^@ ",:;<>().]$') && given.toLowerCase();
