// The digits of a postal code, all that Pinterest hashes of it.
const zip = (given) => chars(spaced(given), '[0-9]');
