___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Reddit Pixel",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Calls Reddit\u0027s pixel with the same event, id and values as the server\u0027s tag.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "pixel_id",
    "displayName": "Pixel id",
    "simpleValueType": true,
    "help": "The account at Reddit that gets the events.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "event",
    "displayName": "Reddit event",
    "simpleValueType": true,
    "help": "What the pixel calls the event that the server sends, too.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "event_id",
    "displayName": "Event id",
    "simpleValueType": true,
    "help": "The id that the server sends for the same event."
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "person",
    "displayName": "User data",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Name",
        "name": "name",
        "type": "TEXT"
      },
      {
        "defaultValue": "",
        "displayName": "Value",
        "name": "value",
        "type": "TEXT"
      }
    ],
    "newRowButtonText": "Add",
    "help": "Who the visitor is; of the rows of one name, the first with a usable value counts."
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "properties",
    "displayName": "Properties",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Name",
        "name": "name",
        "type": "TEXT"
      },
      {
        "defaultValue": "",
        "displayName": "Type",
        "name": "type",
        "type": "TEXT"
      },
      {
        "defaultValue": "",
        "displayName": "Value",
        "name": "value",
        "type": "TEXT"
      }
    ],
    "newRowButtonText": "Add",
    "help": "What the event says, by the server\u0027s names; the pixel gets it by its own."
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const JSON = require('JSON');
const Math = require('Math');
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const createQueue = require('createQueue');
const getType = require('getType');
const injectScript = require('injectScript');
const setInWindow = require('setInWindow');

const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const renamed = (found, names) => {
  if (getType(found) === 'array') return found.map((entry) => renamed(entry, names));
  if (getType(found) !== 'object') return found;
  const result = {};
  for (const key in names) if (found[key] !== undefined) result[names[key]] = renamed(found[key], names);
  return result;
};
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
const id = (given) => given;
const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const unique = (value) => own(impersonal(value));
const number = (value) => {
  const given = spaced(text(value));
  const isDecimal = given.match('^[-+]?((0[0-9]*|[0-9]{4,}|[0-9]{1,3}([. ][0-9]{3})+)?,[0-9]+|[0-9]{1,3},([0-9]{1,2}|[0-9]{4,}))$');
  const isGrouped = given.match('^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+|,[0-9]{3})$');
  const result = (isGrouped ? given.split(',').join('') : isDecimal ? given.split('.').join('').split(' ').join('').replace(',', '.') : given) * 1;
  if (given.match('^[^xXbBoO]+$') && result - result === 0) return result;
};
const integer = (value) => number(value) % 1 === 0 ? number(value) : '';
const list = (value) => {
  const elements = [];
  if (getType(value) === 'object') for (const key in value) if (key.match('^[0-9]+$')) elements.push(value[key]);
  return elements.length ? elements : [].concat(value);
};
const parse = (value) => getType(value) === 'string' && value.trim().match('^[[{]') ? JSON.parse(value) : value;
const texts = (value) => {
  const found = list(parse(value)).map(impersonal).filter((entry) => entry);
  if (found.length) return found;
};
const currency = (value) => (text(value).toUpperCase().match('^([A-Z]{3})$') || [])[0];
const contentType = (value) => {
  if (value === 'product' || value === 'product_group') return value;
};
const items = (value) => list(parse(value)).filter((item) => getType(item) === 'object');
const missing = (value) => value == null || getType(value) === 'string' && !filled(value);
const keep = (target, name, convert, candidate) => {
  if (target[name] !== undefined || missing(candidate)) return;
  const value = convert(candidate);
  if (value || value === 0) target[name] = value;
};
const unusable = [];
const put = (target, name, convert, candidates) => candidates.forEach((candidate) => {
  if (target[name] !== undefined || candidate == null || candidate === '') return;
  const found = convert(candidate);
  if (found != null && found !== '') target[name] = found;
  else if (unusable.indexOf(name) < 0) unusable.push(name);
});
const count = (value) => number(value) > 0 && number(value) % 1 === 0 ? number(value) : '';
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
const total = (entries) => entries && Math.round(entries.reduce((sum, entry) => sum + entry.item_price * entry.quantity, 0) * 1000) / 1000;
const pieces = (entries) => entries && entries.reduce((sum, entry) => sum + entry.quantity * 1, 0);
const without = (found, name) => {
  const rest = {};
  for (const key in found) if (key !== name) rest[key] = found[key];
  return rest;
};
const pixelProperties = (rows, sumsUp, event) => {
  const forms = {text: impersonal, id: unique, number: number, integer: integer, texts: texts, currency: currency, content_type: contentType};
  const found = {};
  const kind = {content_type: undefined};
  let products = [];
  (rows || []).forEach((row) => {
    const isContents = row.type === 'contents';
    if (isContents) products = items(row.value);
    keep(row.type === 'content_type' ? kind : found, row.name, isContents ? contents(kind.content_type || 'product') : forms[row.type] || impersonal, row.value);
  });
  if (found.contents) {
    found.content_type = kind.content_type || 'product';
    const has = (name, isUsable) => (rows || []).some((row) => row.name === name && (!isUsable || !missing(row.value)));
    if (sumsUp && !has('value', true)) keep(found, 'value', number, total(found.contents));
    if (sumsUp && !has('currency', true)) products.forEach((product) => keep(found, 'currency', currency, product.currency));
    if (!has('item_count')) keep(found, 'item_count', count, pieces(found.contents));
  }
  return found.currency !== undefined ? found : without(found, 'value');
};
const pixelPerson = (rows, forms) => {
  const person = {};
  (rows || []).forEach((row) => {
    const given = own(filled(list(row.value)[0]));
    const name = row.name.replace('sha256_', '');
    const form = forms[name];
    if (form && given.match('^[0-9A-Fa-f]{64}$')) keep(person, form.digest, () => given.toLowerCase(), given);
    else if (form && row.name === name) keep(person, name, form.plain, given);
  });
  return person;
};
const email = (given) => spaced(given).match('^[^@ ",:;<>()]+@[^@ ",:;<>()]*[^@ ",:;<>().]$') && given.toLowerCase();
const chars = (given, form) => given.split('').filter((c) => c.match(form)).join('');
const squeeze = (given) => chars(spaced(given.toLowerCase()), '[^ !-/:-@[-`{-~’‘–—´ʼ“”„·・]');
const plain = (value) => squeeze(impersonal(list(value)[0]));
const mailbox = (given) => {
  const parts = (email(given) || '').split('@');
  const local = chars(parts[0].split('+')[0], '[a-z0-9]');
  return local && local + '@' + parts[1];
};
const phone = (prefix, country, own) => (given) => {
  const written = spaced(given.toLowerCase()).match('^(tel:)?([-+0-9()/. \u200b-\u2015\u202a-\u202e]+)((;?ext[.=]?|x|#) *[0-9]+)?$') || ['', '', ''];
  const dialled = written[2].replace('(0)', '').split('').filter((c) => c.match('[+0-9]')).join('');
  const found = dialled.match(own);
  const foreign = dialled.match('^([+]|00)([1-9][0-9]{6,14})$');
  return found ? prefix + country + found[1] : foreign && prefix + foreign[2];
};

const pixel = text(data.pixel_id);
const event = text(data.event);
if (!pixel || !event) return data.gtmOnFailure();
const properties = renamed(pixelProperties(data.properties, true, event), {value: 'value', currency: 'currency', item_count: 'itemCount', contents: 'products', id: 'id', name: 'name', category: 'category'});
keep(properties, 'conversionId', unique, data.event_id);
const person = pixelPerson(data.person, {email: {plain: mailbox, digest: 'email'}, phoneNumber: {plain: phone('+', '49', '^(?:(?:[+]|00)?49(?:0)?|0)?([1-9][0-9]{5,11})$'), digest: 'phoneNumber'}, externalId: {plain: own, digest: 'externalId'}});
const isThere = getType(copyFromWindow('rdt')) === 'function';
if (!isThere) {
  setInWindow('rdt', function(first, second, third, fourth) {
    if (copyFromWindow('rdt.sendEvent.apply')) callInWindow('rdt.sendEvent.apply', null, arguments);
    else callInWindow('rdt.callQueue.push', arguments);
  }, true);
  createQueue('rdt.callQueue');
}
const known = copyFromWindow('tagwrightPixels') || [];
const isQueued = (copyFromWindow('rdt.callQueue') || []).some((entry) => text(entry[1]) === pixel);
if (known.indexOf('rdt ' + pixel) < 0 && !isQueued) {
  person.useDecimalCurrencyValues = true;
  callInWindow('rdt', 'init', pixel, person);
  setInWindow('tagwrightPixels', known.concat(['rdt ' + pixel]), true);
}
const isOwn = ['AddToCart', 'AddToWishlist', 'Lead', 'PageVisit', 'Purchase', 'Search', 'SignUp', 'ViewContent'].indexOf(event) < 0;
if (isOwn) properties.customEventName = event;
callInWindow('rdt', 'track', isOwn ? 'Custom' : event, properties);
if (isThere) return data.gtmOnSuccess();
injectScript('https://www.redditstatic.com/ads/pixel.js', data.gtmOnSuccess, data.gtmOnFailure, 'rdt');



___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "rdt"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "rdt.callQueue"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "rdt.callQueue.push"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "rdt.sendEvent.apply"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "tagwrightPixels"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "inject_script",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://www.redditstatic.com/ads/pixel.js"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Hands the event's id over where the pixel looks for it
  code: |-
    runCode(input);
    assertThat(events()).isEqualTo([["track","Purchase",{"conversionId":"id-1"}]]);
    assertApi('gtmOnSuccess').wasCalled();
- name: Leaves the id as the variable gives it, whichever tag asks
  code: |-
    input.event_id = ' 1767225600000.100000001.4 ';
    runCode(input);
    input.event = 'AddToCart';
    runCode(input);
    assertThat(events()).isEqualTo([
      ["track","Purchase",{"conversionId":"1767225600000.100000001.4"}],
      ["track","AddToCart",{"conversionId":"1767225600000.100000001.4"}]
    ]);
- name: Names no id where there is none
  code: |-
    [undefined, null, '', '  ', {}, 'undefined', ' (Not Set) ', '{{id}}'].forEach((id) => {
      input.event_id = id;
      runCode(input);
    });
    assertThat(events()).hasLength(8);
    events().forEach((sent) => assertThat(sent).isEqualTo(["track","Purchase",{}]));
- name: Sends properties in the form that the server sends
  code: |-
    input.properties = [
      {name: 'content_type', type: 'content_type', value: 'product_group'},
      {name: 'contents', type: 'contents', value: [{"item_id":12345,"item_name":"Tee","item_category":"Apparel","item_brand":"Example","price":"29.99","quantity":2},{"item_id":"SKU-2","price":0}]},
      {name: 'value', type: 'number', value: undefined},
      {name: 'value', type: 'number', value: '0'},
      {name: 'currency', type: 'currency', value: '$'},
      {name: 'currency', type: 'currency', value: 'eur'}
    ];
    runCode(input);
    assertThat(events()).isEqualTo([["track","Purchase",{"products":[{"id":"12345","name":"Tee","category":"Apparel"},{"id":"SKU-2"}],"value":0,"currency":"EUR","itemCount":3,"conversionId":"id-1"}]]);
- name: Sums up products that have no total
  code: |-
    input.properties = [
      {name: 'contents', type: 'contents', value: [{item_id: 'A', price: 1.5, quantity: 2, currency: 'usd'}]}
    ];
    runCode(input);
    const found = events()[0][2];
    assertThat(found.value).isEqualTo(3);
    assertThat(found.currency).isEqualTo('USD');
- name: Leaves hashing to the pixel
  code: |-
    input.person = [
      {name: 'email', value: " Al.Ice+shop@Example.com "},
      {name: 'sha256_email', value: 'no digest'},
      {name: 'phoneNumber', value: "+49 (0)5550 100-123"},
      {name: 'sha256_phoneNumber', value: 'no digest'},
      {name: 'externalId', value: "user_123"},
      {name: 'sha256_externalId', value: 'no digest'}
    ];
    runCode(input);
    assertThat(people()).isEqualTo([{"email":"alice@example.com","phoneNumber":"+495550100123","externalId":"user_123"}]);
- name: Hands digests over in lower case, and hashes nothing twice
  code: |-
    input.person = ['email', 'phoneNumber', 'externalId', 'sha256_email', 'sha256_phoneNumber', 'sha256_externalId'].map((name) => ({name: name, value: 'FF8D9819FC0E12BF0D24892E45987E249A28DCE836A85CAD60E28EAAA8C6D976'}));
    runCode(input);
    assertThat(people()).isEqualTo([{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phoneNumber":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","externalId":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"}]);
- name: Fails without a pixel or an event
  code: |-
    runCode({pixel_id: 'a2_abc123def456'});
    runCode({event: input.event});
    runCode({});
    assertThat(calls).isEqualTo([]);
    assertApi('gtmOnSuccess').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
- name: Queues what comes before the pixel has loaded
  code: |-
    page['rdt'] = undefined;
    input.person = [{name: 'email', value: " Al.Ice+shop@Example.com "}];
    runCode(input);
    assertThat(events()).isEqualTo([["track","Purchase",{"conversionId":"id-1"}]]);
    assertThat(people()).isEqualTo([{email: 'alice@example.com'}]);
    assertApi('injectScript').wasCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: Fails where the pixel cannot be loaded
  code: |-
    page['rdt'] = undefined;
    mock('injectScript', (url, onSuccess, onFailure) => {
      onFailure();
    });
    runCode(input);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Initialises the pixel once
  code: |-
    runCode(input);
    runCode(input);
    assertThat(people()).hasLength(1);
    assertThat(events()).hasLength(2);
- name: Calls an event of the site's own by the word for it
  code: |-
    input.event = 'Quiz';
    runCode(input);
    assertThat(events()).isEqualTo([['track', 'Custom', {conversionId: 'id-1', customEventName: 'Quiz'}]]);
setup: |-
  const calls = [];
  const page = {'rdt': () => {}};
  const input = {pixel_id: 'a2_abc123def456', event: 'Purchase', event_id: 'id-1'};
  const events = () => calls.filter((call) => call[0] === 'rdt' && call[1] === 'track').map((call) => call.slice(1, 4));
  const people = () => calls.filter((call) => call[0] === 'rdt' && call[1] === 'init').map((call) => {
    const found = {};
    ['email', 'phoneNumber', 'externalId', 'email', 'phoneNumber', 'externalId'].forEach((name) => {
      if (call[3][name] !== undefined) found[name] = call[3][name];
    });
    return found;
  });
  mock('copyFromWindow', (key) => page[key]);
  mock('callInWindow', (path, first, second, third, fourth, fifth) => {
    calls.push([path, first, second, third, fourth, fifth]);
  });
  mock('createQueue', (name) => (entry) => {
    calls.push([name + '.' + entry[0]].concat(entry.slice(1)));
  });
  mock('setInWindow', (key, value) => {
    page[key] = value;
    return true;
  });
  mock('injectScript', (url, onSuccess, onFailure) => {
    onSuccess();
  });


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


