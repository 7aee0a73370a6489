// Sets a member to the first candidate that can be converted; what cannot be is left out and named in the log.
const leftOut = {};
const put = (target, name, convert, candidates) => {
  candidates.forEach((candidate) => {
    if (target[name] !== undefined || candidate === undefined || candidate === null || candidate === '') return;
    const value = convert(candidate);
    leftOut[name] = value === undefined;
    if (value !== undefined) target[name] = value;
  });
};
