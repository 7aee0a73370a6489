// The digits of a postal code, all that Pinterest hashes of it.
const zip = (given) => chars(given, '[0-9]');
