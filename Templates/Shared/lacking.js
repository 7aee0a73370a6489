// Logs what an event is to have and the hit does not give.
const lacking = (found, names) => {
  const absent = names.filter((name) => found[name] === undefined);
  if (absent.length) note('missing: ' + absent.join(', '));
};
