___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "TikTok Product Data",
  "description": "The products of an event, in the form that TikTok Events API takes.",
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
const categories = (item) => ['', 2, 3, 4, 5].map((level) => impersonal(item['item_category' + level])).filter((name) => name).join(',');
const number = (value) => {
  const given = spaced(text(value));
  const isDecimal = given.match('^[-+]?((0[0-9]*|[0-9]{4,}|[0-9]{1,3}([. ][0-9]{3})+)?,[0-9]+|[0-9]{1,3},([0-9]{1,2}|[0-9]{4,}))$');
  const isGrouped = given.match('^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+|,[0-9]{3})$');
  const result = (isGrouped ? given.split(',').join('') : isDecimal ? given.split('.').join('').split(' ').join('').replace(',', '.') : given) * 1;
  if (given.match('^[^xXbBoO]+$') && result - result === 0) return result;
};
const positive = (form) => (value) => number(value) > 0 ? form(value) : '';
const missing = (value) => value == null || getType(value) === 'string' && !filled(value);
const contents = (kind) => (value) => {
  const entries = [];
  items(value).forEach((item) => {
    const entry = {content_type: kind};
    put(entry, 'content_id', impersonal, [item.content_id, item.item_id, item.id]);
    put(entry, 'content_name', impersonal, [item.content_name, item.item_name, item.name]);
    put(entry, 'content_category', impersonal, [item.content_category, categories(item)]);
    put(entry, 'brand', impersonal, [item.brand, item.item_brand]);
    put(entry, 'price', number, [item.price]);
    put(entry, 'quantity', positive(number), [item.quantity, missing(item.quantity) && 1]);
    if (entry.content_id || entry.content_name) entries.push(entry);
  });
  if (entries.length) return entries;
};

const properties = {};
put(properties, 'contents', contents('product'), [data.items]);
if (properties.contents) properties.content_type = 'product';
return {properties: properties, unusable: unusable};



___TESTS___

scenarios:
- name: Has every value in TikTok's form
  code: |-
    const found = runCode(input);
    const expected = {"properties":{"contents":[{"content_id":"12345","content_name":"Tee","content_category":"Apparel","brand":"Example","price":29.99,"quantity":2,"content_type":"product"},{"content_id":"SKU-2","price":0,"quantity":1,"content_type":"product"}],"content_type":"product"},"unusable":[]};
    assertThat(found).isEqualTo(expected);
- name: Leaves out what is missing or has the wrong form
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.items = value; }].forEach((assign) => assign(rubbish));
      const found = runCode(input);
      assertThat(JSON.stringify(found.properties)).isEqualTo('{}');
    });
setup: |-
  const JSON = require('JSON');
  let input = {};
  const texts = [];
  mock('getTimestampMillis', 1767225600000);
  input.items = [{"item_id":12345,"item_name":"Tee","item_category":"Apparel","item_brand":"Example","price":"29.99","quantity":2},{"item_id":"SKU-2","price":0}];


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


