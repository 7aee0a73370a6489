___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "TikTok Pixel",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Calls TikTok\u0027s pixel with the same event, id and values as the server\u0027s tag.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "pixel_code",
    "displayName": "Pixel code",
    "simpleValueType": true,
    "help": "The account at TikTok that gets the events.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "event",
    "displayName": "TikTok event",
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
const Object = require('Object');
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const createQueue = require('createQueue');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const injectScript = require('injectScript');
const setInWindow = require('setInWindow');

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
const currency = (value) => (text(value).toUpperCase().match('^(AED|ARS|AUD|BDT|BHD|BIF|BOB|BRL|CAD|CHF|CLP|CNY|COP|CRC|CZK|DKK|DZD|EGP|EUR|GBP|GTQ|HKD|HNL|HUF|IDR|ILS|INR|ISK|JPY|KES|KHR|KRW|KWD|KZT|MAD|MOP|MXN|MYR|NGN|NIO|NOK|NZD|OMR|PEN|PHP|PKR|PLN|PYG|QAR|RON|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|VES|VND|ZAR)$') || [])[0];
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
const categories = (item) => ['', 2, 3, 4, 5].map((level) => impersonal(item['item_category' + level])).filter((name) => name).join(',');
const positive = (form) => (value) => number(value) > 0 ? form(value) : '';
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
const total = (entries) => entries && Math.round(entries.reduce((sum, entry) => sum + entry.price * entry.quantity, 0) * 1000) / 1000;
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
    
  }
  return true ? found : without(found, 'value');
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
const phone = (prefix, country, own) => (given) => {
  const written = spaced(given.toLowerCase()).match('^(tel:)?([-+0-9()/. \u200b-\u2015\u202a-\u202e]+)((;?ext[.=]?|x|#) *[0-9]+)?$') || ['', '', ''];
  const dialled = written[2].replace('(0)', '').split('').filter((c) => c.match('[+0-9]')).join('');
  const found = dialled.match(own);
  const foreign = dialled.match('^([+]|00)([1-9][0-9]{6,14})$');
  return found ? prefix + country + found[1] : foreign && prefix + foreign[2];
};

const pixel = text(data.pixel_code);
const event = text(data.event);
if (!pixel || !event) return data.gtmOnFailure();
const properties = pixelProperties(data.properties, true, event);
const options = {pixel_code: pixel};
keep(options, 'event_id', unique, data.event_id);
const person = pixelPerson(data.person, {email: {plain: email, digest: 'sha256_email'}, phone_number: {plain: phone('+', '49', '^(?:(?:[+]|00)?49(?:0)?|0)?([1-9][0-9]{5,11})$'), digest: 'sha256_phone_number'}, external_id: {plain: own, digest: 'external_id'}});
const queue = createQueue('ttq');
setInWindow('TiktokAnalyticsObject', 'ttq', false);
setInWindow('ttq._i', {}, false);
setInWindow('ttq._i.D6AP4E3C77U3L7SP8O7G', [], false);
setInWindow('ttq._i.D6AP4E3C77U3L7SP8O7G._u', 'https://analytics.tiktok.com/i18n/pixel/events.js', false);
setInWindow('ttq._t', {}, false);
setInWindow('ttq._t.D6AP4E3C77U3L7SP8O7G', getTimestampMillis(), false);
setInWindow('ttq._o', {}, false);
setInWindow('ttq._o.D6AP4E3C77U3L7SP8O7G', {}, false);

const isKnown = Object.keys(person).length > 0;
if (getType(copyFromWindow('ttq.track')) === 'function') {
  if (isKnown) callInWindow('ttq.identify', person);
  callInWindow('ttq.track', event, properties, options);
} else {
  if (isKnown) queue(['identify', person]);
  queue(['track', event, properties, options]);
}
injectScript('https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=D6AP4E3C77U3L7SP8O7G&lib=ttq', data.gtmOnSuccess, data.gtmOnFailure, 'ttq-D6AP4E3C77U3L7SP8O7G');



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
                    "string": "TiktokAnalyticsObject"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "ttq"
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
                    "string": "ttq._i"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "ttq._i.D6AP4E3C77U3L7SP8O7G"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "ttq._i.D6AP4E3C77U3L7SP8O7G._u"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "ttq._o"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "ttq._o.D6AP4E3C77U3L7SP8O7G"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "ttq._t"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "ttq._t.D6AP4E3C77U3L7SP8O7G"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "ttq.identify"
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
                    "string": "ttq.track"
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
                "string": "https://analytics.tiktok.com/i18n/pixel/events.js?sdkid\u003dD6AP4E3C77U3L7SP8O7G\u0026lib\u003dttq"
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
    assertThat(events()).isEqualTo([["Purchase",{},{"pixel_code":"EXAMPLE0000000000000","event_id":"id-1"}]]);
    assertApi('gtmOnSuccess').wasCalled();
- name: Leaves the id as the variable gives it, whichever tag asks
  code: |-
    input.event_id = ' 1767225600000.100000001.4 ';
    runCode(input);
    input.event = 'AddToCart';
    runCode(input);
    assertThat(events()).isEqualTo([
      ["Purchase",{},{"pixel_code":"EXAMPLE0000000000000","event_id":"1767225600000.100000001.4"}],
      ["AddToCart",{},{"pixel_code":"EXAMPLE0000000000000","event_id":"1767225600000.100000001.4"}]
    ]);
- name: Names no id where there is none
  code: |-
    [undefined, null, '', '  ', {}, 'undefined', ' (Not Set) ', '{{id}}'].forEach((id) => {
      input.event_id = id;
      runCode(input);
    });
    assertThat(events()).hasLength(8);
    events().forEach((sent) => assertThat(sent).isEqualTo(["Purchase",{},{"pixel_code":"EXAMPLE0000000000000"}]));
- name: Sends properties in the form that the server sends
  code: |-
    input.properties = [
      {name: 'content_type', type: 'content_type', value: 'product_group'},
      {name: 'contents', type: 'contents', value: [{"item_id":12345,"item_name":"Tee","item_category":"Apparel","item_brand":"Example","price":"29.99","quantity":2},{"item_id":"SKU-2","price":0}]},
      {name: 'value', type: 'number', value: undefined},
      {name: 'value', type: 'number', value: '0'},
      {name: 'currency', type: 'currency', value: '$'},
      {name: 'currency', type: 'currency', value: 'eur'},
      {name: 'order_id', type: 'id', value: 1001}
    ];
    runCode(input);
    assertThat(events()).isEqualTo([["Purchase",{"content_type":"product_group","contents":[{"content_id":"12345","content_name":"Tee","content_category":"Apparel","brand":"Example","price":29.99,"quantity":2,"content_type":"product_group"},{"content_id":"SKU-2","price":0,"quantity":1,"content_type":"product_group"}],"value":0,"currency":"EUR","order_id":"1001"},{"pixel_code":"EXAMPLE0000000000000","event_id":"id-1"}]]);
- name: Sums up products that have no total
  code: |-
    input.properties = [
      {name: 'contents', type: 'contents', value: [{item_id: 'A', price: 1.5, quantity: 2, currency: 'usd'}]}
    ];
    runCode(input);
    const found = events()[0][1];
    assertThat(found.value).isEqualTo(3);
    assertThat(found.currency).isEqualTo('USD');
- name: Leaves hashing to the pixel
  code: |-
    input.person = [
      {name: 'email', value: " Alice@Example.com "},
      {name: 'sha256_email', value: 'no digest'},
      {name: 'phone_number', value: "+49 (0)5550 100-123"},
      {name: 'sha256_phone_number', value: 'no digest'},
      {name: 'external_id', value: "user_123"},
      {name: 'sha256_external_id', value: 'no digest'}
    ];
    runCode(input);
    assertThat(people()).isEqualTo([{"email":"alice@example.com","phone_number":"+495550100123","external_id":"user_123"}]);
- name: Hands digests over in lower case, and hashes nothing twice
  code: |-
    input.person = ['email', 'phone_number', 'external_id', 'sha256_email', 'sha256_phone_number', 'sha256_external_id'].map((name) => ({name: name, value: 'FF8D9819FC0E12BF0D24892E45987E249A28DCE836A85CAD60E28EAAA8C6D976'}));
    runCode(input);
    assertThat(people()).isEqualTo([{"sha256_email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","sha256_phone_number":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","external_id":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"}]);
- name: Fails without a pixel or an event
  code: |-
    runCode({pixel_code: 'EXAMPLE0000000000000'});
    runCode({event: input.event});
    runCode({});
    assertThat(calls).isEqualTo([]);
    assertApi('gtmOnSuccess').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
- name: Queues what comes before the pixel has loaded
  code: |-
    page['ttq.track'] = undefined;
    page['ttq.identify'] = undefined;
    page['ttq.page'] = undefined;
    input.person = [{name: 'email', value: " Alice@Example.com "}];
    runCode(input);
    assertThat(events()).isEqualTo([["Purchase",{},{"pixel_code":"EXAMPLE0000000000000","event_id":"id-1"}]]);
    assertThat(people()).isEqualTo([{email: 'alice@example.com'}]);
    assertApi('injectScript').wasCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: Fails where the pixel cannot be loaded
  code: |-
    page['ttq.track'] = undefined;
    page['ttq.identify'] = undefined;
    page['ttq.page'] = undefined;
    mock('injectScript', (url, onSuccess, onFailure) => {
      onFailure();
    });
    runCode(input);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
setup: |-
  const calls = [];
  const page = {'ttq.track': () => {}, 'ttq.identify': () => {}, 'ttq.page': () => {}};
  const input = {pixel_code: 'EXAMPLE0000000000000', event: 'Purchase', event_id: 'id-1'};
  const events = () => calls.filter((call) => call[0] === 'ttq.track').map((call) => call.slice(1, 4));
  const people = () => calls.filter((call) => call[0] === 'ttq.identify').map((call) => {
    const found = {};
    ['email', 'phone_number', 'external_id', 'sha256_email', 'sha256_phone_number', 'external_id'].forEach((name) => {
      if (call[1][name] !== undefined) found[name] = call[1][name];
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


