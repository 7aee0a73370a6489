___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Reddit events",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Sends 7 events to Reddit\u0027s Conversions API, each under the name that its lookup table gives.",
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
        "displayName": "Reddit event",
        "simpleValueType": true,
        "help": "The name under which Reddit gets the event; comes from a lookup table.",
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
        "help": "The account at Reddit that gets the events.",
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
        "help": "The token of Reddit\u0027s Conversions API. Keep it in a variable.",
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
        "help": "Comes from variable \u0027Reddit User Data\u0027."
      },
      {
        "type": "TEXT",
        "name": "click_id",
        "displayName": "Click id",
        "simpleValueType": true,
        "help": "Comes from cookie \u0027_rdt_cid\u0027."
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
        "help": "Comes from variable \u0027Reddit Product Data\u0027."
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
        "name": "conversion_id",
        "displayName": "Event id",
        "simpleValueType": true,
        "help": "Comes from event data \u0027event_id\u0027."
      },
      {
        "type": "TEXT",
        "name": "screen_resolution",
        "displayName": "Screen resolution",
        "simpleValueType": true,
        "help": "Comes from event data \u0027screen_resolution\u0027."
      },
      {
        "type": "TEXT",
        "name": "conversion_id_2",
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
  entry.Name = 'Reddit';
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
const currency = (value) => (text(value).toUpperCase().match('^([A-Z]{3})$') || [])[0];
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
const count = (value) => number(value) > 0 && number(value) % 1 === 0 ? number(value) : '';
const pieces = (entries) => entries && entries.reduce((sum, entry) => sum + entry.quantity * 1, 0);
const personal = (given) => given.match('[@+%]') && spaced(given).match('[^#?&;=/]*([^ @#?&;=/](@|%(25)*40)[^ @#?&;=/]+[.][A-Za-z]{2,}|([+]|%(25)*2[Bb])[1-9]([-+0-9()./ \u200b-\u2015\u202a-\u202e]|%(25)*(20|2[Bb]|C2%(25)*A0)){6,}[0-9])[^#?&;=/]*');
const webAddress = (value) => {
  const given = filled(value);
  const found = personal(given);
  return found ? webAddress(spaced(given).split(found[0]).join('redacted')) : given;
};
const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const impersonal = (value) => {
  const given = filled(value);
  return personal(given) ? '' : given;
};
const unique = (value) => own(impersonal(value));
const dimensions = (value) => {
  const found = text(value).match('^([1-9][0-9]{0,4})x([1-9][0-9]{0,4})$');
  return found ? {width: found[1] * 1, height: found[2] * 1} : undefined;
};
const lacking = (found, names) => {
  const absent = names.filter((name) => found[name] === undefined);
  if (absent.length) note('missing: ' + absent.join(', '));
};
const lasting = (seconds) => ({domain: 'auto', path: '/', 'max-age': seconds, secure: true, samesite: 'lax'});
const occupied = (value) => getType(value) === 'array' ? value.some(occupied) : getType(value) === 'object' ? Object.values(value).some(occupied) : !missing(value);
const shown = (value) => ['string', 'number', 'boolean'].indexOf(getType(value)) >= 0 ? '' + value : '';
const send = (body, token, succeed, fail) => {
  const url = 'https://ads-api.reddit.com/api/v3/pixels/' + encodeUriComponent(text(data.pixel_id)) + '/conversion_events';
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: url});
  sendHttpRequest(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Authorization': 'Bearer ' + token, 'User-Agent': 'server:tagwright:v1 (server-side Google Tag Manager)'}
  }, JSON.stringify(body)).catch((error) => error || {}).then((response) => {
    const answer = parse(response.body) || {};
    const message = [(answer.error || {}).code, (answer.error || {}).message, (answer.data || {}).message, response.reason].map(text).join(' ').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseMessage: message.trim()});
    return response.statusCode < 300 && !answer.error && !occupied(answer.invalid_events) && !occupied((answer.data || {}).invalid_events) && shown((answer.data || {}).message).indexOf('processed 0 ') < 0 ? succeed() : fail();
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
const metadata = {};
const event = {event_at: getTimestampMillis(), action_source: 'WEBSITE', type: ['BeginCheckout'].indexOf(EVENT) < 0 ? {tracking_type: EVENT} : {tracking_type: 'CUSTOM', custom_event_name: EVENT}, user: user, metadata: metadata};
take(user, data.user_data, 'user');
take(event, data.user_data, 'event');
if (is(['view_item', 'add_to_cart', 'begin_checkout', 'purchase'])) take(metadata, data.product_data, 'metadata');
if (is(['view_item'])) {
  put(metadata, 'value', number, [total(metadata.products)]);
  put(metadata, 'currency', currency, items(data.items).map((item) => item.currency));
}
if (is(['add_to_cart', 'begin_checkout', 'purchase'])) {
  put(metadata, 'value', number, [data.value, missing(data.value) && total(metadata.products)]);
  put(metadata, 'currency', currency, [data.currency].concat(missing(data.currency) ? items(data.items).map((item) => item.currency) : []));
}
if (is(['view_item', 'add_to_cart', 'begin_checkout', 'purchase'])) {
  pair(metadata, 'value', 'currency');
  put(metadata, 'item_count', count, [pieces(metadata.products)]);
}
put(event, 'event_source_url', webAddress, [data.page_url]);
put(metadata, 'conversion_id', unique, [data.conversion_id]);
if (is(['purchase'])) put(metadata, 'conversion_id', unique, [data.conversion_id_2]);
put(user, 'screen_dimensions', dimensions, [data.screen_resolution]);
if (!metadata.conversion_id) note('no conversion_id: cannot be deduplicated');
if (is(['view_item'])) lacking(metadata, ['products']);
if (is(['add_to_cart', 'begin_checkout', 'purchase'])) lacking(metadata, ['products', 'value', 'currency']);
if (!(event.click_id || user.uuid || user.email || user.phone_number || user.external_id || user.ip_address)) return quit('nothing that Reddit identifies a person by', data.gtmOnFailure);

const body = {data: {events: [event]}};
if (unusable.length) note('sources without a usable value: ' + unusable.join(', '));
if (event.click_id && event.click_id !== text(data.click_id)) setCookie('_rdt_cid', event.click_id, lasting(2592000));
if (user.uuid) setCookie('_rdt_uuid', user.uuid, lasting(7776000));
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
                "string": "https://ads-api.reddit.com/api/v3/pixels/*/conversion_events"
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
                    "string": "_rdt_cid"
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
                    "string": "_rdt_uuid"
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
- name: Sends page_view as PAGE_VISIT, every value in Reddit's form
  code: |-
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://ads-api.reddit.com/api/v3/pixels/a2_abc123def456/conversion_events');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"data":{"events":[{"event_at":1767225600000,"action_source":"WEBSITE","type":{"tracking_type":"PAGE_VISIT"},"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent","screen_dimensions":{"width":1920,"height":1080}},"metadata":{"conversion_id":"id-1"},"click_id":"E.C.P.example","event_source_url":"https://shop.example.com/product"}]}};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends view_item as VIEW_CONTENT, every value in Reddit's form
  code: |-
    input.event = 'VIEW_CONTENT';
    input.event_name = 'view_item';
    input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
    input.product_data = {"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}]},"unusable":[]};
    input.conversion_id = "id-1";
    input.screen_resolution = "1920x1080";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://ads-api.reddit.com/api/v3/pixels/a2_abc123def456/conversion_events');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"data":{"events":[{"event_at":1767225600000,"action_source":"WEBSITE","type":{"tracking_type":"VIEW_CONTENT"},"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent","screen_dimensions":{"width":1920,"height":1080}},"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}],"conversion_id":"id-1","item_count":3},"click_id":"E.C.P.example","event_source_url":"https://shop.example.com/product"}]}};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends add_to_cart as ADD_TO_CART, every value in Reddit's form
  code: |-
    input.event = 'ADD_TO_CART';
    input.event_name = 'add_to_cart';
    input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
    input.product_data = {"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}]},"unusable":[]};
    input.value = "59.98";
    input.currency = "eur";
    input.conversion_id = "id-1";
    input.screen_resolution = "1920x1080";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://ads-api.reddit.com/api/v3/pixels/a2_abc123def456/conversion_events');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"data":{"events":[{"event_at":1767225600000,"action_source":"WEBSITE","type":{"tracking_type":"ADD_TO_CART"},"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent","screen_dimensions":{"width":1920,"height":1080}},"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}],"value":59.98,"currency":"EUR","conversion_id":"id-1","item_count":3},"click_id":"E.C.P.example","event_source_url":"https://shop.example.com/product"}]}};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends begin_checkout as BeginCheckout, every value in Reddit's form
  code: |-
    input.event = 'BeginCheckout';
    input.event_name = 'begin_checkout';
    input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
    input.product_data = {"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}]},"unusable":[]};
    input.value = "59.98";
    input.currency = "eur";
    input.conversion_id = "id-1";
    input.screen_resolution = "1920x1080";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://ads-api.reddit.com/api/v3/pixels/a2_abc123def456/conversion_events');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"data":{"events":[{"event_at":1767225600000,"action_source":"WEBSITE","type":{"tracking_type":"CUSTOM","custom_event_name":"BeginCheckout"},"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent","screen_dimensions":{"width":1920,"height":1080}},"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}],"value":59.98,"currency":"EUR","conversion_id":"id-1","item_count":3},"click_id":"E.C.P.example","event_source_url":"https://shop.example.com/product"}]}};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends purchase as PURCHASE, every value in Reddit's form
  code: |-
    input.event = 'PURCHASE';
    input.event_name = 'purchase';
    input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
    input.product_data = {"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}]},"unusable":[]};
    input.value = "59.98";
    input.currency = "eur";
    input.conversion_id = "id-1";
    input.screen_resolution = "1920x1080";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://ads-api.reddit.com/api/v3/pixels/a2_abc123def456/conversion_events');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"data":{"events":[{"event_at":1767225600000,"action_source":"WEBSITE","type":{"tracking_type":"PURCHASE"},"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent","screen_dimensions":{"width":1920,"height":1080}},"metadata":{"products":[{"id":"12345","name":"Tee","category":"Apparel","quantity":2,"item_price":29.99},{"id":"SKU-2","quantity":1,"item_price":0}],"value":59.98,"currency":"EUR","conversion_id":"id-1","item_count":3},"click_id":"E.C.P.example","event_source_url":"https://shop.example.com/product"}]}};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends generate_lead as LEAD, every value in Reddit's form
  code: |-
    input.event = 'LEAD';
    input.event_name = 'generate_lead';
    input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
    input.conversion_id = "id-1";
    input.screen_resolution = "1920x1080";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://ads-api.reddit.com/api/v3/pixels/a2_abc123def456/conversion_events');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"data":{"events":[{"event_at":1767225600000,"action_source":"WEBSITE","type":{"tracking_type":"LEAD"},"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent","screen_dimensions":{"width":1920,"height":1080}},"metadata":{"conversion_id":"id-1"},"click_id":"E.C.P.example","event_source_url":"https://shop.example.com/product"}]}};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends search as SEARCH, every value in Reddit's form
  code: |-
    input.event = 'SEARCH';
    input.event_name = 'search';
    input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
    input.conversion_id = "id-1";
    input.screen_resolution = "1920x1080";
    input.page_url = "https://shop.example.com/product";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://ads-api.reddit.com/api/v3/pixels/a2_abc123def456/conversion_events');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"data":{"events":[{"event_at":1767225600000,"action_source":"WEBSITE","type":{"tracking_type":"SEARCH"},"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent","screen_dimensions":{"width":1920,"height":1080}},"metadata":{"conversion_id":"id-1"},"click_id":"E.C.P.example","event_source_url":"https://shop.example.com/product"}]}};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends nothing of somebody whom nothing identifies
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.user_data = value; }, (value) => { input.conversion_id = value; }, (value) => { input.screen_resolution = value; }, (value) => { input.page_url = value; }].forEach((assign) => assign(rubbish));
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
      [(value) => { input.conversion_id = value; }, (value) => { input.page_url = value; }].forEach((assign) => assign(given));
      runCode(input);
    });
    assertThat(sent).hasLength(2);
    sent.map((request) => JSON.stringify(request.body)).forEach((text) => {
      assertThat(text.indexOf('jane.doe')).isEqualTo(-1);
      assertThat(text.indexOf('1555')).isEqualTo(-1);
    });
- name: Fails without a token, and sends nothing
  code: |-
    input.event = 'PAGE_VISIT';
    input.event_name = 'page_view';
    input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
    input.conversion_id = "id-1";
    input.screen_resolution = "1920x1080";
    input.page_url = "https://shop.example.com/product";
    input.access_token = 'REPLACE_WITH_TOKEN';
    runCode(input);
    assertThat(sent).hasLength(0);
    assertApi('gtmOnFailure').wasCalled();
- name: Fails where Reddit answers with an error, or that it did not take an event
  code: |-
    answer = {statusCode: 200, body: '{"invalid_events":[{"error_message":"no user data"}]}'};
    runCode(input);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Fails where Reddit does not answer, or not in JSON
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
  let input = {pixel_id: 'a2_abc123def456', consent: true, access_token: 'example-token'};
  let answer = {statusCode: 200, body: '{"data":{"message":"Successfully processed 1 conversion events."}}'};
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
  input.event = 'PAGE_VISIT';
  input.event_name = 'page_view';
  input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
  input.conversion_id = "id-1";
  input.screen_resolution = "1920x1080";
  input.page_url = "https://shop.example.com/product";


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


