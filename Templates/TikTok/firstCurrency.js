// The currency of the first item that names one.
const firstCurrency = (value) => first(list(parse(value) || value).map((item) => getType(item) === 'object' ? item.currency : undefined));
