// Lower case without spaces and punctuation.
const squeeze = (given) => given.toLowerCase().split('').filter((c) => c.trim() && !c.match('[!-/:-@[-`{-~’‘–]')).join('');
