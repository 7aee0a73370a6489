// The digits of a postal code, all that Pinterest hashes of it.
const zip = (given) => given.split('').filter((c) => '0123456789'.indexOf(c) >= 0).join('');
