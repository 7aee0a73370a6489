// A whole number; one that has too many digits for a number stays text.
const whole = (value) => {
  const found = text(value).match('^[0-9]{1,18}$');
  return found && (found[0].length < 16 ? found[0] * 1 : found[0]);
};
