// The characters of a text that fit a pattern.
const chars = (given, form) => given.split('').filter((c) => c.match(form)).join('');
