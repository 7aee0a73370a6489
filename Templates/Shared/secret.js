// A secret that somebody has filled in.
const secret = (value) => {
  const given = text(value);
  if (given && given.indexOf('REPLACE_WITH_') !== 0) return given;
};
