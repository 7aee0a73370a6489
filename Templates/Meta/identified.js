// Whether Meta takes an event with these keys: not with those of one of these sets alone.
const identified = (user) => !['ct country st zp ge client_user_agent', 'db client_user_agent', 'fn ge', 'ln ge'].some((weak) => Object.keys(user).every((key) => weak.split(' ').indexOf(key) >= 0));
