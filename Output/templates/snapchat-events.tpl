___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Snapchat events",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Sends 7 events to Snapchat\u0027s Conversions API, each under the name that its lookup table gives.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "GROUP",
    "name": "setup",
    "displayName": "Setup",
    "groupStyle": "NO_ZIPPY",
    "subParams": [
      {
        "type": "TEXT",
        "name": "event",
        "displayName": "Snapchat event",
        "simpleValueType": true,
        "help": "The name under which Snapchat gets the event; comes from a lookup table.",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "pixel_id",
        "displayName": "Pixel id",
        "simpleValueType": true,
        "help": "The account at Snapchat that gets the events.",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "access_token",
        "displayName": "Access token",
        "simpleValueType": true,
        "help": "The token of Snapchat\u0027s Conversions API. Keep it in a variable.",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      },
      {
        "type": "LABEL",
        "name": "consent_policy",
        "displayName": "Sent only with consent to ad_storage."
      },
      {
        "type": "LABEL",
        "name": "default_country_code",
        "displayName": "Phone numbers without a country code are read as numbers of +49."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "group_user_data",
    "displayName": "User data",
    "groupStyle": "ZIPPY_OPEN",
    "subParams": [
      {
        "type": "TEXT",
        "name": "user_data",
        "displayName": "User data",
        "simpleValueType": true,
        "help": "Comes from variable \u0027Snapchat User Data\u0027."
      },
      {
        "type": "TEXT",
        "name": "sc_click_id",
        "displayName": "Click id",
        "simpleValueType": true,
        "help": "Comes from cookie \u0027_scclid\u0027."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "group_event",
    "displayName": "Event",
    "groupStyle": "ZIPPY_OPEN",
    "subParams": [
      {
        "type": "TEXT",
        "name": "product_data",
        "displayName": "Product data",
        "simpleValueType": true,
        "help": "Comes from variable \u0027Snapchat Product Data\u0027."
      },
      {
        "type": "TEXT",
        "name": "items",
        "displayName": "Items",
        "simpleValueType": true,
        "help": "Comes from event data \u0027items\u0027."
      },
      {
        "type": "TEXT",
        "name": "value",
        "displayName": "Value",
        "simpleValueType": true,
        "help": "Comes from event data \u0027value\u0027."
      },
      {
        "type": "TEXT",
        "name": "currency",
        "displayName": "Currency",
        "simpleValueType": true,
        "help": "Comes from event data \u0027currency\u0027."
      },
      {
        "type": "TEXT",
        "name": "order_id",
        "displayName": "Order id",
        "simpleValueType": true,
        "help": "Comes from event data \u0027transaction_id\u0027."
      },
      {
        "type": "TEXT",
        "name": "search_string",
        "displayName": "Search string",
        "simpleValueType": true,
        "help": "Comes from event data \u0027search_term\u0027."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "group_hit",
    "displayName": "Hit",
    "groupStyle": "ZIPPY_OPEN",
    "subParams": [
      {
        "type": "TEXT",
        "name": "event_name",
        "displayName": "Event name",
        "simpleValueType": true,
        "help": "Comes from variable \u0027Event Name\u0027."
      },
      {
        "type": "TEXT",
        "name": "consent",
        "displayName": "Consent",
        "simpleValueType": true,
        "help": "Comes from variable \u0027Consent to ad_storage\u0027."
      },
      {
        "type": "TEXT",
        "name": "page_url",
        "displayName": "Page address",
        "simpleValueType": true,
        "help": "Comes from event data \u0027page_location\u0027."
      },
      {
        "type": "TEXT",
        "name": "event_id",
        "displayName": "Event id",
        "simpleValueType": true,
        "help": "Comes from event data \u0027event_id\u0027."
      },
      {
        "type": "TEXT",
        "name": "event_id_2",
        "displayName": "Event id, choice 2",
        "simpleValueType": true,
        "help": "Taken where the fields above have no usable value; comes from event data \u0027transaction_id\u0027."
      }
    ]
  }
]


___SANDBOXED_JS_FOR_SERVER___

const JSON = require('JSON');
const Math = require('Math');
const Object = require('Object');
const encodeUriComponent = require('encodeUriComponent');
const getEventData = require('getEventData');
const getRequestHeader = require('getRequestHeader');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const logToConsole = require('logToConsole');
const sendHttpRequest = require('sendHttpRequest');
const setCookie = require('setCookie');

const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const log = (entry) => {
  entry.Name = 'Snapchat';
  entry.EventName = EVENT;
  entry.TraceId = getRequestHeader('trace-id');
  logToConsole(JSON.stringify(entry));
};
const note = (message) => log({Type: 'Message', Message: message});
const quit = (reason, end) => {
  note('not sent: ' + reason);
  end();
};
const unusable = [];
const put = (target, name, convert, candidates) => candidates.forEach((candidate) => {
  if (target[name] !== undefined || candidate == null || candidate === '') return;
  const found = convert(candidate);
  if (found != null && found !== '') target[name] = found;
  else if (unusable.indexOf(name) < 0) unusable.push(name);
});
const take = (target, given, object) => {
  const found = getType(given) === 'object' ? given : {unusable: [object]};
  for (const name in found[object] || {}) target[name] = found[object][name];
  [].concat(found.unusable || []).forEach((name) => unusable.indexOf(name) < 0 && unusable.push(name));
};
const spaced = (given) => given.split('').map((c) => '0123456789+--().,/'.charAt('０１２３４５６７８９＋－−（）．，／'.indexOf(c)) || c.trim() || ' ').join('');
const number = (value) => {
  const given = spaced(text(value));
  const isDecimal = given.match('^[-+]?((0[0-9]*|[0-9]{4,}|[0-9]{1,3}([. ][0-9]{3})+)?,[0-9]+|[0-9]{1,3},([0-9]{1,2}|[0-9]{4,}))$');
  const isGrouped = given.match('^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+|,[0-9]{3})$');
  const result = (isGrouped ? given.split(',').join('') : isDecimal ? given.split('.').join('').split(' ').join('').replace(',', '.') : given) * 1;
  if (given.match('^[^xXbBoO]+$') && result - result === 0) return result;
};
const total = (entries) => entries && Math.round(entries.reduce((sum, entry) => sum + entry.item_price * entry.quantity, 0) * 1000) / 1000;
const currency = (value) => (text(value).toUpperCase().match('^(AED|ALL|AUD|BGN|BHD|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|DZD|EGP|EUR|GBP|GHS|GIP|HKD|HRK|HUF|IDR|ILS|INR|IQD|ISK|JOD|JPY|KES|KRW|KWD|KZT|LBP|MAD|MXN|MYR|NGN|NOK|NZD|OMR|PEN|PHP|PKR|PLN|QAR|RON|RUB|SAR|SEK|SGD|THB|TRY|TWD|TZS|UAH|USD|VND|XOF|ZAR)$') || [])[0];
const list = (value) => {
  const elements = [];
  if (getType(value) === 'object') for (const key in value) if (key.match('^[0-9]+$')) elements.push(value[key]);
  return elements.length ? elements : [].concat(value);
};
const parse = (value) => getType(value) === 'string' && value.trim().match('^[[{]') ? JSON.parse(value) : value;
const items = (value) => list(parse(value)).filter((item) => getType(item) === 'object');
const nothing = '^([-_]*(["\'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\\])}>"\']*[-_.:,;/|@ ]*)+([.][a-z]+)?|\\\\n|function[ (][^|]*[}]|[(]none[)]|#(ref|value|div/0|num|null|name)[!?]|[-_.–—\u200b-\u200d\u2060]+|[#$%@!]*[{]+[^{}"]*[}]+|[[]+[a-z_][a-z0-9_ .-]*[\\]]+|<[^<>]*>|(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)|%[a-z]|%7b[a-z0-9%_. -]*%7d|(e3b0c442|36a9e7f1|3973e022|a683c5c5|e2f79e5b|d5b592c0|9b2d5b46|0a481a8d|b28c94b2|c9a560c7|eb045d78|b460b79e|f02dfb7d|74234e98|fb329000|fa1d2db6|34292f42|58931504|552e4230|a04159a3)[0-9a-f]{56})$';
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
const missing = (value) => value == null || getType(value) === 'string' && !filled(value);
const pair = (target, name, other) => {
  if (target[name] === undefined || target[other] !== undefined) return;
  Object.delete(target, name);
  note('no ' + other + ': ' + name + ' left out');
};
const id = (given) => given;
const count = (value) => number(value) > 0 && number(value) % 1 === 0 ? number(value) : '';
const pieces = (entries) => entries && entries.reduce((sum, entry) => sum + entry.quantity * 1, 0);
const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const personal = (given) => given.match('[@+%]') && spaced(given).match('[^#?&;=/]*([^ @#?&;=/](@|%(25)*40)[^ @#?&;=/]+[.][A-Za-z]{2,}|([+]|%(25)*2[Bb])[1-9]([-+0-9()./ \u200b-\u2015\u202a-\u202e]|%(25)*(20|2[Bb]|C2%(25)*A0)){6,}[0-9])[^#?&;=/]*');
const impersonal = (value) => {
  const given = filled(value);
  return personal(given) ? '' : given;
};
const unique = (value) => own(impersonal(value));
const webAddress = (value) => {
  const given = filled(value);
  const found = personal(given);
  return found ? webAddress(spaced(given).split(found[0]).join('redacted')) : given;
};
const lacking = (found, names) => {
  const absent = names.filter((name) => found[name] === undefined);
  if (absent.length) note('missing: ' + absent.join(', '));
};
const lasting = (seconds) => ({domain: 'auto', path: '/', 'max-age': seconds, secure: true, samesite: 'lax'});
const occupied = (value) => getType(value) === 'array' ? value.some(occupied) : getType(value) === 'object' ? Object.values(value).some(occupied) : !missing(value);
const send = (body, token, succeed, fail) => {
  const url = 'https://tr.snapchat.com/v3/' + encodeUriComponent(text(data.pixel_id)) + '/events';
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: url});
  sendHttpRequest(url + '?access_token=' + encodeUriComponent(token), {
    method: 'POST',
    headers: {'Content-Type': 'application/json'}
  }, JSON.stringify(body)).catch((error) => error || {}).then((response) => {
    const answer = parse(response.body) || {};
    const message = [answer.status, answer.reason, response.reason].map(text).join(' ').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseMessage: message.trim()});
    return response.statusCode < 300 && ['INVALID', 'FAILED'].indexOf(answer.status) < 0 && !occupied(answer.errors) && !occupied(answer.error_records) ? succeed() : fail();
  });
};

const EVENT = text(data.event);
const NAME = text(data.event_name);
const is = (names) => names.indexOf(NAME) >= 0;
if (text(getEventData('page_location')).indexOf('https://gtm-msr.appspot.com/') === 0) return data.gtmOnSuccess();
if (data.consent !== true) return quit('no consent to ad_storage', data.gtmOnSuccess);
if (!EVENT) return quit('the event is not in the lookup table', data.gtmOnFailure);
const token = text(data.access_token);
if (!token || token.indexOf('REPLACE_WITH_') === 0) return quit('no access token', data.gtmOnFailure);

const user = {};
const custom = {};
const event = {event_name: EVENT, action_source: 'WEB', event_time: Math.floor(getTimestampMillis() / 1000), user_data: user, custom_data: custom};
take(user, data.user_data, 'user');
if (is(['view_item', 'add_to_cart', 'begin_checkout', 'purchase'])) take(custom, data.product_data, 'custom');
if (is(['view_item'])) {
  put(custom, 'value', number, [total(custom.contents)]);
  put(custom, 'currency', currency, items(data.items).map((item) => item.currency));
}
if (is(['add_to_cart', 'begin_checkout', 'purchase'])) {
  put(custom, 'value', number, [data.value, missing(data.value) && total(custom.contents)]);
  put(custom, 'currency', currency, [data.currency].concat(missing(data.currency) ? items(data.items).map((item) => item.currency) : []));
}
if (is(['view_item', 'add_to_cart', 'begin_checkout', 'purchase'])) {
  pair(custom, 'value', 'currency');
  put(custom, 'content_ids', id, [custom.contents && custom.contents.map((entry) => entry.id)]);
  put(custom, 'num_items', count, [pieces(custom.contents)]);
}
if (is(['purchase'])) put(custom, 'order_id', unique, [data.order_id]);
if (is(['search'])) put(custom, 'search_string', impersonal, [data.search_string]);
put(event, 'event_source_url', webAddress, [data.page_url]);
put(event, 'event_id', unique, [data.event_id]);
if (is(['purchase'])) put(event, 'event_id', unique, [data.event_id_2]);
if (!event.event_id) note('no event_id: cannot be deduplicated');
if (is(['view_item'])) lacking(custom, ['contents']);
if (is(['add_to_cart', 'begin_checkout'])) lacking(custom, ['contents', 'value', 'currency']);
if (is(['purchase'])) {
  lacking(custom, ['contents', 'value', 'currency', 'order_id']);
  if (custom.value === undefined) return quit('a purchase without a value in a currency', data.gtmOnFailure);
}
if (!(user.em || user.ph || user.client_ip_address && user.client_user_agent)) return quit('neither an e-mail address nor a phone number nor an IP address with a user agent', data.gtmOnFailure);

const body = {data: [event]};
if (unusable.length) note('sources without a usable value: ' + unusable.join(', '));
if (user.sc_click_id && user.sc_click_id !== text(data.sc_click_id)) setCookie('_scclid', user.sc_click_id, lasting(2592000));
if (user.sc_cookie1) setCookie('_scid', user.sc_cookie1, lasting(7776000));
send(body, token, data.gtmOnSuccess, data.gtmOnFailure);



___SERVER_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "debug"
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
        "publicId": "read_event_data",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "page_location"
              }
            ]
          }
        },
        {
          "key": "eventDataAccess",
          "value": {
            "type": 1,
            "string": "specific"
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
        "publicId": "read_request",
        "versionId": "1"
      },
      "param": [
        {
          "key": "headerWhitelist",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "trace-id"
                  }
                ]
              }
            ]
          }
        },
        {
          "key": "headersAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "requestAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "headerAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "queryParameterAccess",
          "value": {
            "type": 1,
            "string": "any"
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
        "publicId": "send_http",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedUrls",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://tr.snapchat.com/v3/*/events?access_token\u003d*"
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
        "publicId": "set_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedCookies",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "_scclid"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "/"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "any"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "_scid"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "/"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "any"
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
  }
]


___TESTS___

scenarios:
- name: Sends page_view as PAGE_VIEW, every value in Snapchat's form
  code: |-
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://tr.snapchat.com/v3/bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11/events?access_token=example-token');
    const body = {"data":[{"event_name":"PAGE_VIEW","action_source":"WEB","event_time":1767225600,"user_data":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"custom_data":{},"event_id":"id-1","event_source_url":"https://shop.example.com/product"}]};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends view_item as VIEW_CONTENT, every value in Snapchat's form
  code: |-
    input.event = 'VIEW_CONTENT';
    input.event_name = 'view_item';
    input.user_data = {"user":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"unusable":[]};
    input.product_data = {"custom":{"contents":[{"id":"12345","quantity":"2","item_price":"29.99","brand":"Example"},{"id":"SKU-2","quantity":"1","item_price":"0"}],"content_type":"product"},"unusable":[]};
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://tr.snapchat.com/v3/bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11/events?access_token=example-token');
    const body = {"data":[{"event_name":"VIEW_CONTENT","action_source":"WEB","event_time":1767225600,"user_data":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"custom_data":{"contents":[{"id":"12345","quantity":"2","item_price":"29.99","brand":"Example"},{"id":"SKU-2","quantity":"1","item_price":"0"}],"content_type":"product","content_ids":["12345","SKU-2"],"num_items":3},"event_id":"id-1","event_source_url":"https://shop.example.com/product"}]};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends add_to_cart as ADD_CART, every value in Snapchat's form
  code: |-
    input.event = 'ADD_CART';
    input.event_name = 'add_to_cart';
    input.user_data = {"user":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"unusable":[]};
    input.product_data = {"custom":{"contents":[{"id":"12345","quantity":"2","item_price":"29.99","brand":"Example"},{"id":"SKU-2","quantity":"1","item_price":"0"}],"content_type":"product"},"unusable":[]};
    input.value = "59.98";
    input.currency = "eur";
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://tr.snapchat.com/v3/bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11/events?access_token=example-token');
    const body = {"data":[{"event_name":"ADD_CART","action_source":"WEB","event_time":1767225600,"user_data":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"custom_data":{"contents":[{"id":"12345","quantity":"2","item_price":"29.99","brand":"Example"},{"id":"SKU-2","quantity":"1","item_price":"0"}],"content_type":"product","value":59.98,"currency":"EUR","content_ids":["12345","SKU-2"],"num_items":3},"event_id":"id-1","event_source_url":"https://shop.example.com/product"}]};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends begin_checkout as START_CHECKOUT, every value in Snapchat's form
  code: |-
    input.event = 'START_CHECKOUT';
    input.event_name = 'begin_checkout';
    input.user_data = {"user":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"unusable":[]};
    input.product_data = {"custom":{"contents":[{"id":"12345","quantity":"2","item_price":"29.99","brand":"Example"},{"id":"SKU-2","quantity":"1","item_price":"0"}],"content_type":"product"},"unusable":[]};
    input.value = "59.98";
    input.currency = "eur";
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://tr.snapchat.com/v3/bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11/events?access_token=example-token');
    const body = {"data":[{"event_name":"START_CHECKOUT","action_source":"WEB","event_time":1767225600,"user_data":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"custom_data":{"contents":[{"id":"12345","quantity":"2","item_price":"29.99","brand":"Example"},{"id":"SKU-2","quantity":"1","item_price":"0"}],"content_type":"product","value":59.98,"currency":"EUR","content_ids":["12345","SKU-2"],"num_items":3},"event_id":"id-1","event_source_url":"https://shop.example.com/product"}]};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends purchase as PURCHASE, every value in Snapchat's form
  code: |-
    input.event = 'PURCHASE';
    input.event_name = 'purchase';
    input.user_data = {"user":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"unusable":[]};
    input.product_data = {"custom":{"contents":[{"id":"12345","quantity":"2","item_price":"29.99","brand":"Example"},{"id":"SKU-2","quantity":"1","item_price":"0"}],"content_type":"product"},"unusable":[]};
    input.value = "59.98";
    input.currency = "eur";
    input.order_id = "id-1";
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://tr.snapchat.com/v3/bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11/events?access_token=example-token');
    const body = {"data":[{"event_name":"PURCHASE","action_source":"WEB","event_time":1767225600,"user_data":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"custom_data":{"contents":[{"id":"12345","quantity":"2","item_price":"29.99","brand":"Example"},{"id":"SKU-2","quantity":"1","item_price":"0"}],"content_type":"product","value":59.98,"currency":"EUR","order_id":"id-1","content_ids":["12345","SKU-2"],"num_items":3},"event_id":"id-1","event_source_url":"https://shop.example.com/product"}]};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends generate_lead as CUSTOM_EVENT_1, every value in Snapchat's form
  code: |-
    input.event = 'CUSTOM_EVENT_1';
    input.event_name = 'generate_lead';
    input.user_data = {"user":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"unusable":[]};
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://tr.snapchat.com/v3/bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11/events?access_token=example-token');
    const body = {"data":[{"event_name":"CUSTOM_EVENT_1","action_source":"WEB","event_time":1767225600,"user_data":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"custom_data":{},"event_id":"id-1","event_source_url":"https://shop.example.com/product"}]};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends search as SEARCH, every value in Snapchat's form
  code: |-
    input.event = 'SEARCH';
    input.event_name = 'search';
    input.user_data = {"user":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"unusable":[]};
    input.search_string = "example search_string";
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://tr.snapchat.com/v3/bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11/events?access_token=example-token');
    const body = {"data":[{"event_name":"SEARCH","action_source":"WEB","event_time":1767225600,"user_data":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"custom_data":{"search_string":"example search_string"},"event_id":"id-1","event_source_url":"https://shop.example.com/product"}]};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends nothing of somebody whom nothing identifies
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.user_data = value; }, (value) => { input.event_id = value; }, (value) => { input.page_url = value; }].forEach((assign) => assign(rubbish));
      runCode(input);
    });
    assertThat(sent).hasLength(0);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Stops unless the variable for consent says yes
  code: |-
    [false, undefined, 'true'].forEach((consent) => {
      input.consent = consent;
      runCode(input);
    });
    assertThat(sent).hasLength(0);
    assertApi('setCookie').wasNotCalled();
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Lets no e-mail address and no phone number out in plain text
  code: |-
    ['jane.doe@example.com', 'https://shop.example.com/?q=jane.doe%40example.com&p=%2B49%201555%2000123#a'].forEach((given) => {
      [(value) => { input.event_id = value; }, (value) => { input.page_url = value; }].forEach((assign) => assign(given));
      runCode(input);
    });
    assertThat(sent).hasLength(2);
    sent.map((request) => JSON.stringify(request.body)).forEach((text) => {
      assertThat(text.indexOf('jane.doe')).isEqualTo(-1);
      assertThat(text.indexOf('1555')).isEqualTo(-1);
    });
- name: Fails without a token, and sends nothing
  code: |-
    input.event = 'PAGE_VIEW';
    input.event_name = 'page_view';
    input.user_data = {"user":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"unusable":[]};
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    input.access_token = 'REPLACE_WITH_TOKEN';
    runCode(input);
    assertThat(sent).hasLength(0);
    assertApi('gtmOnFailure').wasCalled();
- name: Fails where Snapchat answers that the event is invalid, whatever the status
  code: |-
    answer = {statusCode: 200, body: '{"status":"INVALID","reason":"no user data"}'};
    runCode(input);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Fails where Snapchat does not answer, or not in JSON
  code: |-
    answer = undefined;
    runCode(input);
    answer = {statusCode: 502, body: '<html>'};
    runCode(input);
    assertThat(sent).hasLength(2);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Does nothing on Tag Manager's preview pages
  code: |-
    eventData.page_location = 'https://gtm-msr.appspot.com/render2';
    runCode(input);
    assertThat(sent).hasLength(0);
    assertApi('gtmOnSuccess').wasCalled();
setup: |-
  const JSON = require('JSON');
  let eventData = {page_location: 'https://shop.example.com/'};
  let cookies = {};
  let headers = {};
  let query = {};
  let input = {pixel_id: 'bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11', consent: true, access_token: 'example-token'};
  let answer = {statusCode: 200, body: '{"status":"VALID","reason":"","errors":{"codes":[],"error_msgs":[]}}'};
  const sent = [];
  mock('getEventData', (path) => eventData[path]);
  mock('getCookieValues', (name) => cookies[name] ? [cookies[name]] : []);
  mock('getRequestHeader', (name) => headers[name]);
  mock('getRequestQueryParameter', (name) => query[name]);
  mock('getTimestampMillis', 1767225600000);
  mock('sendHttpRequest', (url, options, body) => {
    sent.push({url: url, options: options, body: JSON.parse(body)});
    return {catch: (rejected) => ({then: (resolved) => resolved(answer || rejected({reason: 'timed_out'}))})};
  });
  input.event = 'PAGE_VIEW';
  input.event_name = 'page_view';
  input.user_data = {"user":{"em":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","ph":"cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","sc_click_id":"E.C.P.example","sc_cookie1":"E.C.P.example","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ln":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","zp":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","ct":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","st":"1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683","country":"959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"},"unusable":[]};
  input.event_id = "id-1";
  input.page_url = "https://shop.example.com/product";


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


