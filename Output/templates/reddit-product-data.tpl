___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Reddit Product Data",
  "description": "The products of an event, in the form that Reddit Conversions API takes.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "items",
    "displayName": "Items",
    "simpleValueType": true,
    "help": "Comes from event data \u0027items\u0027."
  }
]


___SANDBOXED_JS_FOR_SERVER___

const JSON = require('JSON');
const getType = require('getType');

const unusable = [];
const put = (target, name, convert, candidates) => candidates.forEach((candidate) => {
  if (target[name] !== undefined || candidate == null || candidate === '') return;
  const found = convert(candidate);
  if (found != null && found !== '') target[name] = found;
  else if (unusable.indexOf(name) < 0) unusable.push(name);
});
const list = (value) => {
  const elements = [];
  if (getType(value) === 'object') for (const key in value) if (key.match('^[0-9]+$')) elements.push(value[key]);
  return elements.length ? elements : [].concat(value);
};
const parse = (value) => getType(value) === 'string' && value.trim().match('^[[{]') ? JSON.parse(value) : value;
const items = (value) => list(parse(value)).filter((item) => getType(item) === 'object');
const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const nothing = '^([-_]*(["\'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\\])}>"\']*[-_.:,;/|@ ]*)+([.][a-z]+)?|\\\\n|function[ (][^|]*[}]|[(]none[)]|#(ref|value|div/0|num|null|name)[!?]|[-_.–—\u200b-\u200d\u2060]+|[#$%@!]*[{]+[^{}"]*[}]+|[[]+[a-z_][a-z0-9_ .-]*[\\]]+|<[^<>]*>|(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)|%[a-z]|%7b[a-z0-9%_. -]*%7d|(e3b0c442|36a9e7f1|3973e022|a683c5c5|e2f79e5b|d5b592c0|9b2d5b46|0a481a8d|b28c94b2|c9a560c7|eb045d78|b460b79e|f02dfb7d|74234e98|fb329000|fa1d2db6|34292f42|58931504|552e4230|a04159a3)[0-9a-f]{56})$';
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
const spaced = (given) => given.split('').map((c) => '0123456789+--().,/'.charAt('０１２３４５６７８９＋－−（）．，／'.indexOf(c)) || c.trim() || ' ').join('');
const personal = (given) => given.match('[@+%]') && spaced(given).match('[^#?&;=/]*([^ @#?&;=/](@|%(25)*40)[^ @#?&;=/]+[.][A-Za-z]{2,}|([+]|%(25)*2[Bb])[1-9]([-+0-9()./ \u200b-\u2015\u202a-\u202e]|%(25)*(20|2[Bb]|C2%(25)*A0)){6,}[0-9])[^#?&;=/]*');
const impersonal = (value) => {
  const given = filled(value);
  return personal(given) ? '' : given;
};
const number = (value) => {
  const given = spaced(text(value));
  const isDecimal = given.match('^[-+]?((0[0-9]*|[0-9]{4,}|[0-9]{1,3}([. ][0-9]{3})+)?,[0-9]+|[0-9]{1,3},([0-9]{1,2}|[0-9]{4,}))$');
  const isGrouped = given.match('^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+|,[0-9]{3})$');
  const result = (isGrouped ? given.split(',').join('') : isDecimal ? given.split('.').join('').split(' ').join('').replace(',', '.') : given) * 1;
  if (given.match('^[^xXbBoO]+$') && result - result === 0) return result;
};
const count = (value) => number(value) > 0 && number(value) % 1 === 0 ? number(value) : '';
const missing = (value) => value == null || getType(value) === 'string' && !filled(value);
const contents = (kind) => (value) => {
  const entries = [];
  items(value).forEach((item) => {
    const entry = {};
    put(entry, 'id', impersonal, [item.id, item.item_id]);
    put(entry, 'name', impersonal, [item.name, item.item_name]);
    put(entry, 'category', impersonal, [item.category, item.item_category]);
    put(entry, 'quantity', count, [item.quantity, missing(item.quantity) && 1]);
    put(entry, 'item_price', number, [item.item_price, item.price]);
    if (entry.id || entry.name) entries.push(entry);
  });
  if (entries.length) return entries;
};

const metadata = {};
put(metadata, 'products', contents(''), [data.items]);
return {metadata: metadata, unusable: unusable};



___TESTS___

scenarios:
- name: Has every value in Reddit's form
  code: |-
    const found = runCode(input);
    const expected = {"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}]},"unusable":[]};
    assertThat(found).isEqualTo(expected);
- name: Leaves out what is missing or has the wrong form
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.items = value; }].forEach((assign) => assign(rubbish));
      const found = runCode(input);
      assertThat(JSON.stringify(found.metadata)).isEqualTo('{}');
    });
setup: |-
  const JSON = require('JSON');
  let input = {};
  const texts = [];
  mock('getTimestampMillis', 1767225600000);
  input.items = [{"item_id":12345,"item_name":"Tee","item_category":"Apparel","item_brand":"Example","price":"29.99","quantity":2},{"item_id":"SKU-2","price":0}];


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


