// The first public address of a list, if it is of IPv4: LinkedIn takes no other, and checks none.
const ipv4 = (value) => {
  const found = address(value);
  if (found && found.indexOf(':') < 0) return found;
};
