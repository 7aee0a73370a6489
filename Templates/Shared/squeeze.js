// Lower case without spaces and punctuation.
const squeeze = (given) => chars(spaced(given.toLowerCase()), '[^ !-/:-@[-`{-~’‘–—´ʼ“”„·・]');
