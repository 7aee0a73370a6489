// The text of an id; none for a word that many share where they have no id.
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
