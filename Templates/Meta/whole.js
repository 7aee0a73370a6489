// A whole number; one that has too many digits for a number stays text.
const whole = (value) => {
  const given = text(value) || '';
  if (given.match('^[0-9]{1,18}$')) return given.length < 16 ? given * 1 : given;
};
