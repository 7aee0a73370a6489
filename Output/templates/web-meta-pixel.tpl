___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Meta Pixel",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Calls Meta\u0027s pixel with the same event, id and values as the server\u0027s tag.",
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
    "help": "The account at Meta that gets the events.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "event",
    "displayName": "Meta event",
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
const aliasInWindow = require('aliasInWindow');
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const createQueue = require('createQueue');
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
    put(entry, 'quantity', count, [item.quantity, missing(item.quantity) && 1]);
    put(entry, 'item_price', number, [item.item_price, item.price]);
    put(entry, 'title', impersonal, [item.title, item.item_name]);
    put(entry, 'brand', impersonal, [item.brand, item.item_brand]);
    put(entry, 'category', impersonal, [item.category, item.item_category]);
    if (entry.id) entries.push(entry);
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
    if (!has('content_ids')) keep(found, 'content_ids', id, found.contents && found.contents.map((entry) => entry.id));
    if (['InitiateCheckout', 'Purchase'].indexOf(event) >= 0 && !has('num_items')) keep(found, 'num_items', count, pieces(found.contents));
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
const chars = (given, form) => given.split('').filter((c) => c.match(form)).join('');
const squeeze = (given) => chars(spaced(given.toLowerCase()), '[^ !-/:-@[-`{-~’‘–—´ʼ“”„·・]');
const plain = (value) => squeeze(impersonal(list(value)[0]));
const email = (given) => spaced(given).match('^[^@ ",:;<>()]+@[^@ ",:;<>()]*[^@ ",:;<>().]$') && given.toLowerCase();
const phone = (prefix, country, own) => (given) => {
  const written = spaced(given.toLowerCase()).match('^(tel:)?([-+0-9()/. \u200b-\u2015\u202a-\u202e]+)((;?ext[.=]?|x|#) *[0-9]+)?$') || ['', '', ''];
  const dialled = written[2].replace('(0)', '').split('').filter((c) => c.match('[+0-9]')).join('');
  const found = dialled.match(own);
  const foreign = dialled.match('^([+]|00)([1-9][0-9]{6,14})$');
  return found ? prefix + country + found[1] : foreign && prefix + foreign[2];
};
const reference = (given) => own(given).toLowerCase().split('').filter((c) => c.trim()).join('');
const postcode = (given) => {
  const code = given.trim();
  return squeeze(code.match('^[0-9]{5}[- ]?[0-9]{4}$') ? code.substring(0, 5) : code);
};
const letters = (given) => chars(squeeze(given), '[^0-9]');
const capitals = (known, start) => {
  const place = known.toLowerCase().indexOf(start);
  return place < 0 ? '' : chars(known.substring(place).split(' ')[1], '[A-Z]').toLowerCase();
};
const region = (given) => {
  const name = letters(given).replace('québec', 'quebec');
  const known = ' ALabama AlasKa AriZona ARkansas CAlifornia COlorado ConnecticuT DElaware DistrictofColumbia FLorida GeorgiA HawaiI IDaho ILlinois INdiana IowA KansaS KentuckY LouisianA MainE MarylanD MAssachusetts MIchigan MiNnesota MiSsissippi MissOuri MonTana NEbraska NeVada NewHampshire NewJersey NewMexico NewYork NorthCarolina NorthDakota OHio OKlahoma ORegon PennsylvaniA RhodeIsland SouthCarolina SouthDakota TeNnessee TeXas UTah VermonT VirginiA WAshington WestVirginia WIsconsin WYoming AlBerta BritishColumbia ManitoBa NewBrunswick NewfoundLandandlabrador NorthwestTerritories NovaScotia NUnavut ONtario PrinceEdwardisland QuebeC SasKatchewan YukonTerritory ';
  return capitals(known, ' ' + (name === 'yukon' ? 'yukonterritory' : name) + ' ') || name;
};
const nation = (given) => {
  const name = letters(given);
  if (name === 'uk' || name === 'unitedkingdom') return 'gb';
  if (name.indexOf('unitedstates') === 0) return 'us';
  if (name.match('^[a-z]{2}$')) return name;
  if (name.length === 3) return capitals(' AuT BEl BGr HRv CYp CZe DnK estEE FIn FRa DEu GRc HUn irlIE ITa LVa LTu LUx MlT NLd PoL PrT ROu SvK svnSI ESp SwE GBr NOr CHe ISl LIe TuR ukrUA srbRS bihBA ALb MDa RUs USa CAn MeX BRa ARg ChL COl PEr ECu UrY CRi PAn ChN JPn KoR INd IDn THa VNm MYs SGp PHl HKg TWn isrIL ArE SAu QAt KWt PaK KaZ AUs NZl ZAf EGy MAr NGa KEn', ' ' + name);
};
const trackSingle = (pixel, event, properties, options) => {
  if (['AddPaymentInfo', 'AddToCart', 'AddToWishlist', 'CompleteRegistration', 'Contact', 'CustomizeProduct', 'Donate', 'FindLocation', 'InitiateCheckout', 'Lead', 'PageView', 'Purchase', 'Schedule', 'Search', 'StartTrial', 'SubmitApplication', 'Subscribe', 'ViewContent'].indexOf(event) < 0) callInWindow('fbq', 'trackSingleCustom', pixel, event, properties, options);
  else callInWindow('fbq', 'trackSingle', pixel, event, properties, options);
};

const pixel = text(data.pixel_id);
const event = text(data.event);
if (!pixel || !event) return data.gtmOnFailure();
const properties = pixelProperties(data.properties, true, event);
const options = {};
keep(options, 'eventID', unique, data.event_id);
const person = pixelPerson(data.person, {em: {plain: email, digest: 'em'}, ph: {plain: phone('', '49', '^(?:(?:[+]|00)?49(?:0)?|0)?([1-9][0-9]{5,11})$'), digest: 'ph'}, external_id: {plain: reference, digest: 'external_id'}, fn: {plain: squeeze, digest: 'fn'}, ln: {plain: squeeze, digest: 'ln'}, zp: {plain: postcode, digest: 'zp'}, ct: {plain: letters, digest: 'ct'}, st: {plain: region, digest: 'st'}, country: {plain: nation, digest: 'country'}});
const isThere = getType(copyFromWindow('fbq')) === 'function';
if (!isThere) {
  setInWindow('fbq', function() {
    if (copyFromWindow('fbq.callMethod.apply')) callInWindow('fbq.callMethod.apply', null, arguments);
    else callInWindow('fbq.queue.push', arguments);
  }, true);
  createQueue('fbq.queue');
  aliasInWindow('_fbq', 'fbq');
}
const known = copyFromWindow('_fbq_gtm_ids') || [];
const isQueued = (copyFromWindow('fbq.queue') || []).some((call) => call[0] === 'init' && text(call[1]) === pixel);
const isLoaded = ((callInWindow('fbq.getState') || {}).pixels || []).some((other) => text(other.id) === pixel);
if (known.indexOf(pixel) < 0 && !isQueued && !isLoaded) {
  callInWindow('fbq', 'set', 'autoConfig', false, pixel);
  setInWindow('fbq.disablePushState', true, true);
  callInWindow('fbq', 'init', pixel, person);
  setInWindow('_fbq_gtm_ids', known.concat([pixel]), true);
}
trackSingle(pixel, event, properties, options);
if (isThere) return data.gtmOnSuccess();
injectScript('https://connect.facebook.net/en_US/fbevents.js', data.gtmOnSuccess, data.gtmOnFailure, 'fbq');



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
                    "string": "_fbq"
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
                    "string": "_fbq_gtm_ids"
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
                    "string": "fbq"
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
                    "string": "fbq.callMethod.apply"
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
                    "string": "fbq.disablePushState"
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
                    "string": "fbq.getState"
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
                    "string": "fbq.queue"
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
                    "string": "fbq.queue.push"
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
                "string": "https://connect.facebook.net/en_US/fbevents.js"
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
    assertThat(events()).isEqualTo([["trackSingle","1000000000000001","Purchase",{},{"eventID":"id-1"}]]);
    assertApi('gtmOnSuccess').wasCalled();
- name: Leaves the id as the variable gives it, whichever tag asks
  code: |-
    input.event_id = ' 1767225600000.100000001.4 ';
    runCode(input);
    input.event = 'AddToCart';
    runCode(input);
    assertThat(events()).isEqualTo([
      ["trackSingle","1000000000000001","Purchase",{},{"eventID":"1767225600000.100000001.4"}],
      ["trackSingle","1000000000000001","AddToCart",{},{"eventID":"1767225600000.100000001.4"}]
    ]);
- name: Names no id where there is none
  code: |-
    [undefined, null, '', '  ', {}, 'undefined', ' (Not Set) ', '{{id}}'].forEach((id) => {
      input.event_id = id;
      runCode(input);
    });
    assertThat(events()).hasLength(8);
    events().forEach((sent) => assertThat(sent).isEqualTo(["trackSingle","1000000000000001","Purchase",{},{}]));
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
    assertThat(events()).isEqualTo([["trackSingle","1000000000000001","Purchase",{"content_type":"product_group","contents":[{"id":"12345","quantity":2,"item_price":29.99,"title":"Tee","brand":"Example","category":"Apparel"},{"id":"SKU-2","quantity":1,"item_price":0}],"value":0,"currency":"EUR","order_id":"1001","content_ids":["12345","SKU-2"],"num_items":3},{"eventID":"id-1"}]]);
- name: Sums up products that have no total
  code: |-
    input.properties = [
      {name: 'contents', type: 'contents', value: [{item_id: 'A', price: 1.5, quantity: 2, currency: 'usd'}]}
    ];
    runCode(input);
    const found = events()[0][3];
    assertThat(found.value).isEqualTo(3);
    assertThat(found.currency).isEqualTo('USD');
- name: Leaves hashing to the pixel
  code: |-
    input.person = [
      {name: 'em', value: " Alice@Example.com "},
      {name: 'sha256_em', value: 'no digest'},
      {name: 'ph', value: "+49 (0)5550 100-123"},
      {name: 'sha256_ph', value: 'no digest'},
      {name: 'external_id', value: "User-4711X "},
      {name: 'sha256_external_id', value: 'no digest'},
      {name: 'fn', value: " Jane "},
      {name: 'sha256_fn', value: 'no digest'},
      {name: 'ln', value: " Jane "},
      {name: 'sha256_ln', value: 'no digest'},
      {name: 'zp', value: "M1 1AE"},
      {name: 'sha256_zp', value: 'no digest'},
      {name: 'ct', value: "New York"},
      {name: 'sha256_ct', value: 'no digest'},
      {name: 'st', value: "Bayern"},
      {name: 'sha256_st', value: 'no digest'},
      {name: 'country', value: "DE"},
      {name: 'sha256_country', value: 'no digest'}
    ];
    runCode(input);
    assertThat(people()).isEqualTo([{"em":"alice@example.com","ph":"495550100123","external_id":"user-4711x","fn":"jane","ln":"jane","zp":"m11ae","ct":"newyork","st":"bayern","country":"de"}]);
- name: Hands digests over in lower case, and hashes nothing twice
  code: |-
    input.person = ['em', 'ph', 'external_id', 'fn', 'ln', 'zp', 'ct', 'st', 'country', 'sha256_em', 'sha256_ph', 'sha256_external_id', 'sha256_fn', 'sha256_ln', 'sha256_zp', 'sha256_ct', 'sha256_st', 'sha256_country'].map((name) => ({name: name, value: 'FF8D9819FC0E12BF0D24892E45987E249A28DCE836A85CAD60E28EAAA8C6D976'}));
    runCode(input);
    assertThat(people()).isEqualTo([{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","external_id":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","fn":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ln":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","zp":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ct":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","st":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","country":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"}]);
- name: Fails without a pixel or an event
  code: |-
    runCode({pixel_id: '1000000000000001'});
    runCode({event: input.event});
    runCode({});
    assertThat(calls).isEqualTo([]);
    assertApi('gtmOnSuccess').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
- name: Queues what comes before the pixel has loaded
  code: |-
    page['fbq'] = undefined;
    input.person = [{name: 'em', value: " Alice@Example.com "}];
    runCode(input);
    assertThat(events()).isEqualTo([["trackSingle","1000000000000001","Purchase",{},{"eventID":"id-1"}]]);
    assertThat(people()).isEqualTo([{em: 'alice@example.com'}]);
    assertApi('injectScript').wasCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: Fails where the pixel cannot be loaded
  code: |-
    page['fbq'] = undefined;
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
- name: Initialises no pixel that the page has initialised
  code: |-
    page['fbq.queue'] = [['init', input.pixel_id]];
    runCode(input);
    page['fbq.queue'] = undefined;
    mock('callInWindow', (path, first, second, third, fourth, fifth) => {
      if (path === 'fbq.getState') return {pixels: [{id: input.pixel_id}]};
      calls.push([path, first, second, third, fourth, fifth]);
    });
    runCode(input);
    assertThat(people()).hasLength(0);
    assertThat(events()).hasLength(2);
- name: Calls an event of the site's own by the command for it
  code: |-
    input.event = 'Quiz';
    runCode(input);
    assertThat(calls.filter((call) => call[1] === 'trackSingleCustom').map((call) => call[3])).isEqualTo(['Quiz']);
setup: |-
  const calls = [];
  const page = {'fbq': () => {}};
  const input = {pixel_id: '1000000000000001', event: 'Purchase', event_id: 'id-1'};
  const events = () => calls.filter((call) => call[0] === 'fbq' && call[1] === 'trackSingle').map((call) => call.slice(1, 6));
  const people = () => calls.filter((call) => call[0] === 'fbq' && call[1] === 'init').map((call) => {
    const found = {};
    ['em', 'ph', 'external_id', 'fn', 'ln', 'zp', 'ct', 'st', 'country', 'em', 'ph', 'external_id', 'fn', 'ln', 'zp', 'ct', 'st', 'country'].forEach((name) => {
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


