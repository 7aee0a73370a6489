// Sets a member to the first candidate that has the right form; what has none is left out and named in the log.
const leftOut = {};
const put = (target, name, convert, candidates) => candidates.forEach((candidate) => {
  if (target[name] !== undefined || candidate === undefined || candidate === null || candidate === '') return;
  target[name] = convert(candidate);
  leftOut[name] = target[name] === undefined;
});
