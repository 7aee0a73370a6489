// Sets a member to the first candidate that has a usable form, and remembers whose candidates had none.
const unusable = [];
const put = (target, name, convert, candidates) => candidates.forEach((candidate) => {
  if (target[name] !== undefined || candidate == null || candidate === '') return;
  target[name] = convert(candidate);
  if (target[name] === undefined && unusable.indexOf(name) < 0) unusable.push(name);
});
