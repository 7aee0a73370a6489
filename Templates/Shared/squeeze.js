// Lower case without spaces and punctuation.
const squeeze = (given) => given.toLowerCase().split('').filter((c) => c.trim() && '.,;:\'"’`-_()/'.indexOf(c) < 0).join('');
