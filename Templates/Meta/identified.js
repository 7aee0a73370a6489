// Whether Meta takes an event with these keys: not with those of one of these sets alone.
const identified = (user) => {
  const keys = Object.keys(user).filter((key) => user[key] !== undefined);
  return !['ct country st zp ge client_user_agent', 'db client_user_agent', 'fn ge', 'ln ge'].some((weak) => keys.every((key) => weak.split(' ').indexOf(key) >= 0));
};
