// An own id in lower case without spaces, as Meta's pixel brings it.
const reference = (given) => chars(own(given).toLowerCase(), '[^ \t\n\r]');
