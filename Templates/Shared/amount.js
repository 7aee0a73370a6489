// Money as text: a decimal number of no more than two places.
const amount = (value) => (('' + Math.round(number(value) * 100) / 100).match('^-?[0-9]+([.][0-9]+)?$') || [])[0];
