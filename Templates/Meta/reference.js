// An own id in lower case without blanks, as Meta's pixel brings it.
const reference = (given) => own(given).toLowerCase().split('').filter((c) => c.trim()).join('');
