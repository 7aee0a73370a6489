// The text of a text, a number or a truth value; empty for all else.
const shown = (value) => ['string', 'number', 'boolean'].indexOf(getType(value)) >= 0 ? '' + value : '';
