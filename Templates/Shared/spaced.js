// Every kind of blank as a space: patterns of one engine and another differ in which blanks they know.
const spaced = (given) => given.split('').map((c) => c.trim() || ' ').join('');
