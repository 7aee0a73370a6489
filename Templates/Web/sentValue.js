// What the server has at a path of the event data, of the value that the page sends for the path's first key: a hit
// leaves empty values out, carries truth values and user data as texts, and prices and quantities of items as numbers.
const sentValue = (path, given) => {
  const isEmpty = (value) => value === undefined || value === null || value === '';
  const plain = (value) => getType(value) === 'boolean' ? makeString(value) : value;
  const isNested = (value) => ['object', 'array'].indexOf(getType(value)) >= 0;
  const member = (value, key) => {
    if (getType(value) === 'array') return value[makeNumber(key)];
    return getType(value) === 'object' ? value[key] : undefined;
  };
  const hasValue = (value) => {
    if (getType(value) === 'array') return value.some(hasValue);
    return isNested(value) ? Object.values(value).some(hasValue) : !isEmpty(value);
  };
  const keys = path.split('.');
  if (keys[0] === 'language') return isEmpty(given) ? undefined : given.toLowerCase();
  if (keys[0] === 'items' && keys.length > 1) {
    if (getType(given) !== 'array' || keys.length !== 3) return;
    const found = member(member(given, keys[1]), keys[2]);
    if (found === undefined || found === null) return;
    if (found === '') return '';
    return ['price', 'quantity', 'discount', 'index'].indexOf(keys[2]) < 0 ? makeString(found) : makeNumber(found);
  }
  if (keys[0] === 'user_data' && isNested(given)) {
    const found = keys.slice(1).reduce(member, given);
    if (!hasValue(found)) return;
    return isNested(found) ? {} : makeString(found);
  }
  return keys.length > 1 || isEmpty(given) ? undefined : plain(given);
};
