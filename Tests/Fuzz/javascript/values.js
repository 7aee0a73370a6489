const log = require('logToConsole');
const getType = require('getType');
const makeNumber = require('makeNumber');
let total = 0;
const items = [{id: 'a', price: 9.5, tags: ['x']}, {id: 'b', price: '3', tags: []}];
for (const item of items) { total += makeNumber(item.price) * 2; }
for (let i = 0; i < items.length; i++) { if (i % 2 === 0) continue; total -= i; }
const names = items.map((item) => item.id).filter((id) => id !== 'z').join(',');
const found = names.match('a|b');
switch (getType(total)) { case 'number': log(total, found); break; default: return; }
const key = 'b'; const copy = {a: 1, [key]: undefined};
do { total = total / 2; } while (total > 1);
data.gtmOnSuccess();
