// The currencies that the items name.
const currencies = (value) => list(parse(value) || value).map((item) => getType(item) === 'object' ? item.currency : undefined);
