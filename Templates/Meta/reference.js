// An own id in lower case without spaces, as Meta's pixel brings it.
const reference = (given) => id(given) && given.toLowerCase().split('').filter((c) => ' \t\n\r'.indexOf(c) < 0).join('');
