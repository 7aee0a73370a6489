// A list of one text, the first of several.
const oneText = (value) => texts(value) && texts(value).slice(0, 1);
