// Takes a value away that has no currency, since a destination may refuse the whole event for it.
const pair = (target, name, other) => {
  if (target[name] === undefined || target[other] !== undefined) return;
  Object.delete(target, name);
  note('no ' + other + ': ' + name + ' left out');
};
