// The 16 texts that say what a person's device is; without one of them Meta refuses the event.
const appDevice = (value) => {
  const found = list(parse(value)).map(text);
  if (found.length === 16 && ['a2', 'i2'].indexOf(found[0]) >= 0) return found;
};
