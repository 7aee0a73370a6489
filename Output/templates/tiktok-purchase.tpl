___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "TikTok Purchase (purchase)",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Sends \u0027Purchase\u0027 to TikTok\u0027s Events API when \u0027purchase\u0027 arrives.",
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
        "name": "access_token",
        "displayName": "Access token",
        "simpleValueType": true,
        "help": "The token of TikTok\u0027s Events API. Keep it in a variable.",
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
        "help": "Comes from variable \u0027TikTok User Data\u0027."
      },
      {
        "type": "TEXT",
        "name": "ttclid",
        "displayName": "Click id",
        "simpleValueType": true,
        "help": "Comes from cookie \u0027ttclid\u0027."
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
        "help": "Comes from variable \u0027TikTok Product Data\u0027."
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
        "name": "items",
        "displayName": "Items",
        "simpleValueType": true,
        "help": "Comes from event data \u0027items\u0027."
      },
      {
        "type": "TEXT",
        "name": "order_id",
        "displayName": "Order id",
        "simpleValueType": true,
        "help": "Comes from event data \u0027transaction_id\u0027."
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
        "name": "page_referrer",
        "displayName": "Referrer",
        "simpleValueType": true,
        "help": "Comes from event data \u0027page_referrer\u0027."
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
const getEventData = require('getEventData');
const getRequestHeader = require('getRequestHeader');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const logToConsole = require('logToConsole');
const sendHttpRequest = require('sendHttpRequest');
const setCookie = require('setCookie');

const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const log = (entry) => {
  entry.Name = 'TikTok';
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
const nothing = '^([-_]*(["\'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\\])}>"\']*[-_.:,;/|@ ]*)+([.][a-z]+)?|\\\\n|function[ (][^|]*[}]|[(]none[)]|#(ref|value|div/0|num|null|name)[!?]|[-_.–—\u200b-\u200d\u2060]+|[#$%@!]*[{]+[^{}"]*[}]+|[[]+[a-z_][a-z0-9_ .-]*[\\]]+|<[^<>]*>|(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)|%[a-z]|%7b[a-z0-9%_. -]*%7d|(e3b0c442|36a9e7f1|3973e022|a683c5c5|e2f79e5b|d5b592c0|9b2d5b46|0a481a8d|b28c94b2|c9a560c7|eb045d78|b460b79e|f02dfb7d|74234e98|fb329000|fa1d2db6|34292f42|58931504|552e4230|a04159a3)[0-9a-f]{56})$';
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
const missing = (value) => value == null || getType(value) === 'string' && !filled(value);
const total = (entries) => entries && Math.round(entries.reduce((sum, entry) => sum + entry.price * entry.quantity, 0) * 1000) / 1000;
const currency = (value) => (text(value).toUpperCase().match('^(AED|ARS|AUD|BDT|BHD|BIF|BOB|BRL|CAD|CHF|CLP|CNY|COP|CRC|CZK|DKK|DZD|EGP|EUR|GBP|GTQ|HKD|HNL|HUF|IDR|ILS|INR|ISK|JPY|KES|KHR|KRW|KWD|KZT|MAD|MOP|MXN|MYR|NGN|NIO|NOK|NZD|OMR|PEN|PHP|PKR|PLN|PYG|QAR|RON|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|VES|VND|ZAR)$') || [])[0];
const list = (value) => {
  const elements = [];
  if (getType(value) === 'object') for (const key in value) if (key.match('^[0-9]+$')) elements.push(value[key]);
  return elements.length ? elements : [].concat(value);
};
const parse = (value) => getType(value) === 'string' && value.trim().match('^[[{]') ? JSON.parse(value) : value;
const items = (value) => list(parse(value)).filter((item) => getType(item) === 'object');
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
const send = (body, token, succeed, fail) => {
  const url = 'https://business-api.tiktok.com/open_api/v1.3/event/track/';
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: url});
  sendHttpRequest(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Access-Token': token}
  }, JSON.stringify(body)).catch((error) => error || {}).then((response) => {
    const answer = parse(response.body) || {};
    const message = [answer.code, answer.message, response.reason].map(text).join(' ').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseMessage: message.trim()});
    return answer.code === 0 && response.statusCode < 300 ? succeed() : fail();
  });
};

const EVENT = 'Purchase';
if (text(getEventData('page_location')).indexOf('https://gtm-msr.appspot.com/') === 0) return data.gtmOnSuccess();
if (data.consent !== true) return quit('no consent to ad_storage', data.gtmOnSuccess);
const token = text(data.access_token);
if (!token || token.indexOf('REPLACE_WITH_') === 0) return quit('no access token', data.gtmOnFailure);

const user = {};
const properties = {};
const page = {};
const event = {event: EVENT, event_time: Math.floor(getTimestampMillis() / 1000), user: user, properties: properties, page: page};
take(user, data.user_data, 'user');
take(properties, data.product_data, 'properties');
put(properties, 'value', number, [data.value, missing(data.value) && total(properties.contents)]);
put(properties, 'currency', currency, [data.currency].concat(missing(data.currency) ? items(data.items).map((item) => item.currency) : []));
put(properties, 'order_id', unique, [data.order_id]);
put(page, 'url', webAddress, [data.page_url]);
put(page, 'referrer', webAddress, [data.page_referrer]);
put(event, 'event_id', unique, [data.event_id, data.event_id_2]);
if (!event.event_id) note('no event_id: cannot be deduplicated');
lacking(properties, ['contents', 'value', 'currency', 'order_id']);

const body = {event_source: 'web', event_source_id: text(data.pixel_code), partner_name: 'GoogleTagManagerServer', data: [event]};
if (unusable.length) note('sources without a usable value: ' + unusable.join(', '));
if (user.ttclid && user.ttclid !== text(data.ttclid)) setCookie('ttclid', user.ttclid, lasting(2592000));
if (user.ttp) setCookie('_ttp', user.ttp, lasting(33696000));
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
                "string": "https://business-api.tiktok.com/open_api/v1.3/event/track/"
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
                    "string": "_ttp"
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
                    "string": "ttclid"
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
- name: Sends Purchase with every value in TikTok's form
  code: |-
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://business-api.tiktok.com/open_api/v1.3/event/track/');
    assertThat(sent[0].options.headers['Access-Token']).isEqualTo('example-token');
    const body = {"event_source":"web","event_source_id":"EXAMPLE0000000000000","partner_name":"GoogleTagManagerServer","data":[{"event":"Purchase","event_time":1767225600,"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","ttclid":"E.C.P.example","ttp":"E.C.P.example","ip":"203.0.113.7","user_agent":"example user_agent"},"properties":{"contents":[{"content_id":"12345","content_name":"Tee","content_category":"Apparel","brand":"Example","price":29.99,"quantity":2,"content_type":"product"},{"content_id":"SKU-2","price":0,"quantity":1,"content_type":"product"}],"content_type":"product","value":59.98,"currency":"EUR","order_id":"id-1"},"page":{"referrer":"https://shop.example.com/cart","url":"https://shop.example.com/product"},"event_id":"id-1"}]};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Leaves out what is missing or has the wrong form
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.user_data = value; }, (value) => { input.product_data = value; }, (value) => { input.value = value; }, (value) => { input.currency = value; }, (value) => { input.order_id = value; }, (value) => { input.page_referrer = value; }, (value) => { input.event_id = value; }, (value) => { input.page_url = value; }].forEach((assign) => assign(rubbish));
      runCode(input);
    });
    assertThat(sent).hasLength(23);
    sent.forEach((request) => {
      assertThat(request.body.data[0].event).isEqualTo('Purchase');
      assertThat(request.body.data[0].user).isEqualTo({});
    });
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
      [(value) => { input.order_id = value; }, (value) => { input.page_referrer = value; }, (value) => { input.event_id = value; }, (value) => { input.page_url = value; }].forEach((assign) => assign(given));
      runCode(input);
    });
    assertThat(sent).hasLength(2);
    sent.map((request) => JSON.stringify(request.body)).forEach((text) => {
      assertThat(text.indexOf('jane.doe')).isEqualTo(-1);
      assertThat(text.indexOf('1555')).isEqualTo(-1);
    });
- name: Fails without a token, and sends nothing
  code: |-
    input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","ttclid":"E.C.P.example","ttp":"E.C.P.example","ip":"203.0.113.7","user_agent":"example user_agent"},"unusable":[]};
    input.product_data = {"properties":{"contents":[{"content_id":"12345","content_name":"Tee","content_category":"Apparel","brand":"Example","price":29.99,"quantity":2,"content_type":"product"},{"content_id":"SKU-2","price":0,"quantity":1,"content_type":"product"}],"content_type":"product"},"unusable":[]};
    input.value = "59.98";
    input.currency = "eur";
    input.order_id = "id-1";
    input.page_referrer = "https://shop.example.com/cart";
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    input.access_token = 'REPLACE_WITH_TOKEN';
    runCode(input);
    assertThat(sent).hasLength(0);
    assertApi('gtmOnFailure').wasCalled();
- name: Fails where TikTok answers with another code than 0
  code: |-
    answer = {statusCode: 200, body: '{"code":40002,"message":"content_id: Not a valid string"}'};
    runCode(input);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Fails where TikTok does not answer, or not in JSON
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
  let input = {pixel_code: 'EXAMPLE0000000000000', consent: true, access_token: 'example-token'};
  let answer = {statusCode: 200, body: '{"code":0,"message":"OK","request_id":"20260101000000SIMULATED","data":{}}'};
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
  input.user_data = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","ttclid":"E.C.P.example","ttp":"E.C.P.example","ip":"203.0.113.7","user_agent":"example user_agent"},"unusable":[]};
  input.product_data = {"properties":{"contents":[{"content_id":"12345","content_name":"Tee","content_category":"Apparel","brand":"Example","price":29.99,"quantity":2,"content_type":"product"},{"content_id":"SKU-2","price":0,"quantity":1,"content_type":"product"}],"content_type":"product"},"unusable":[]};
  input.value = "59.98";
  input.currency = "eur";
  input.order_id = "id-1";
  input.page_referrer = "https://shop.example.com/cart";
  input.event_id = "id-1";
  input.page_url = "https://shop.example.com/product";


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


