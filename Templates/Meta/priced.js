// Takes the place of the shared one: a value without a currency is taken away, another gets the decimals of its currency.
const pair = (target, name, other) => {
  if (target[name] === undefined) return;
  const has = (codes) => codes.indexOf(target[other]) >= 0;
  const parts = has('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF') ? 1 : has('BHD IQD JOD KWD LYD OMR TND') ? 1000 : 100;
  target[name] = target[other] && Math.round(target[name] * parts) / parts;
  if (!target[other]) note('no ' + other + ': ' + name + ' left out');
};
