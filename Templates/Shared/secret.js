// A secret that somebody has filled in.
const secret = (value) => text(value).indexOf('REPLACE_WITH_') === 0 ? '' : text(value);
