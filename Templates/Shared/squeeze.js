// Lower case without spaces and punctuation.
const squeeze = (given) => given.toLowerCase().split('').filter((c) => ' \t\n.,;:\'"’`-_()/'.indexOf(c) < 0).join('');
