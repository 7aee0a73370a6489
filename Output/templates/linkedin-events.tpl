___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "LinkedIn events",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Sends 2 events to LinkedIn\u0027s Conversions API, each under the name that its lookup table gives.",
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
        "displayName": "LinkedIn event",
        "simpleValueType": true,
        "help": "The name under which LinkedIn gets the event; comes from a lookup table.",
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
        "help": "The token of LinkedIn\u0027s Conversions API. Keep it in a variable.",
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
        "help": "Comes from variable \u0027LinkedIn User Data\u0027."
      },
      {
        "type": "TEXT",
        "name": "LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID",
        "displayName": "Click id",
        "simpleValueType": true,
        "help": "Comes from cookie \u0027li_fat_id\u0027."
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
        "name": "eventId",
        "displayName": "Event id",
        "simpleValueType": true,
        "help": "Comes from event data \u0027event_id\u0027."
      },
      {
        "type": "TEXT",
        "name": "eventId_2",
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
const getEventData = require('getEventData');
const getRequestHeader = require('getRequestHeader');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const logToConsole = require('logToConsole');
const sendHttpRequest = require('sendHttpRequest');
const setCookie = require('setCookie');

const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const log = (entry) => {
  entry.Name = 'LinkedIn';
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
const pair = (target, name, other) => {
  if (target[name] === undefined || target[other] !== undefined) return;
  Object.delete(target, name);
  note('no ' + other + ': ' + name + ' left out');
};
const spaced = (given) => given.split('').map((c) => '0123456789+--().,/'.charAt('０１２３４５６７８９＋－−（）．，／'.indexOf(c)) || c.trim() || ' ').join('');
const number = (value) => {
  const given = spaced(text(value));
  const isDecimal = given.match('^[-+]?((0[0-9]*|[0-9]{4,}|[0-9]{1,3}([. ][0-9]{3})+)?,[0-9]+|[0-9]{1,3},([0-9]{1,2}|[0-9]{4,}))$');
  const isGrouped = given.match('^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+|,[0-9]{3})$');
  const result = (isGrouped ? given.split(',').join('') : isDecimal ? given.split('.').join('').split(' ').join('').replace(',', '.') : given) * 1;
  if (given.match('^[^xXbBoO]+$') && result - result === 0) return result;
};
const amount = (value) => (('' + Math.round(number(value) * 100) / 100).match('^-?[0-9]+([.][0-9]+)?$') || [])[0];
const currency = (value) => (text(value).toUpperCase().match('^(AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XCG|XOF|XPF|YER|ZAR|ZMW|ZWG)$') || [])[0];
const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const nothing = '^([-_]*(["\'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\\])}>"\']*[-_.:,;/|@ ]*)+([.][a-z]+)?|\\\\n|function[ (][^|]*[}]|[(]none[)]|#(ref|value|div/0|num|null|name)[!?]|[-_.–—\u200b-\u200d\u2060]+|[#$%@!]*[{]+[^{}"]*[}]+|[[]+[a-z_][a-z0-9_ .-]*[\\]]+|<[^<>]*>|(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)|%[a-z]|%7b[a-z0-9%_. -]*%7d|(e3b0c442|36a9e7f1|3973e022|a683c5c5|e2f79e5b|d5b592c0|9b2d5b46|0a481a8d|b28c94b2|c9a560c7|eb045d78|b460b79e|f02dfb7d|74234e98|fb329000|fa1d2db6|34292f42|58931504|552e4230|a04159a3)[0-9a-f]{56})$';
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
const personal = (given) => given.match('[@+%]') && spaced(given).match('[^#?&;=/]*([^ @#?&;=/](@|%(25)*40)[^ @#?&;=/]+[.][A-Za-z]{2,}|([+]|%(25)*2[Bb])[1-9]([-+0-9()./ \u200b-\u2015\u202a-\u202e]|%(25)*(20|2[Bb]|C2%(25)*A0)){6,}[0-9])[^#?&;=/]*');
const impersonal = (value) => {
  const given = filled(value);
  return personal(given) ? '' : given;
};
const unique = (value) => own(impersonal(value));
const shortID = (value) => unique(value).length > 64 ? '' : unique(value);
const lacking = (found, names) => {
  const absent = names.filter((name) => found[name] === undefined);
  if (absent.length) note('missing: ' + absent.join(', '));
};
const lasting = (seconds) => ({domain: 'auto', path: '/', 'max-age': seconds, secure: true, samesite: 'lax'});
const parse = (value) => getType(value) === 'string' && value.trim().match('^[[{]') ? JSON.parse(value) : value;
const send = (body, token, succeed, fail) => {
  const url = 'https://api.linkedin.com/rest/conversionEvents';
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: url});
  sendHttpRequest(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Authorization': 'Bearer ' + token, 'LinkedIn-Version': '202609', 'X-Restli-Protocol-Version': '2.0.0'}
  }, JSON.stringify(body)).catch((error) => error || {}).then((response) => {
    const answer = parse(response.body) || {};
    const message = [answer.serviceErrorCode, answer.code, answer.message, response.reason].map(text).join(' ').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseMessage: message.trim()});
    return response.statusCode < 300 ? succeed() : fail();
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
const ids = {};
const info = {};
const money = {};
const event = {conversion: 'urn:lla:llaPartnerConversion:' + EVENT, conversionHappenedAt: getTimestampMillis(), user: user};
take(ids, data.user_data, 'ids');
take(user, data.user_data, 'user');
take(info, data.user_data, 'info');
pair(info, 'hashedFirstName', 'hashedLastName');
pair(info, 'hashedLastName', 'hashedFirstName');
if (is(['purchase'])) {
  put(money, 'amount', amount, [data.value]);
  put(money, 'currencyCode', currency, [data.currency]);
  pair(money, 'amount', 'currencyCode');
  pair(money, 'currencyCode', 'amount');
}
put(event, 'eventId', shortID, [data.eventId]);
if (is(['purchase'])) put(event, 'eventId', shortID, [data.eventId_2]);
if (!event.eventId) note('no eventId: cannot be deduplicated');
if (is(['purchase'])) lacking(money, ['amount', 'currencyCode']);
if (!(Object.keys(ids).length || info.hashedFirstName || user.externalIds || user.lead)) return quit('nothing that LinkedIn identifies a person by', data.gtmOnFailure);
user.userIds = Object.keys(ids).map((key) => ({idType: key, idValue: ids[key]}));
if (Object.keys(info).length) user.userInfo = info;
if (Object.keys(money).length) event.conversionValue = money;

const body = event;
if (unusable.length) note('sources without a usable value: ' + unusable.join(', '));
if (ids.LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID && ids.LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID !== text(data.LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID)) setCookie('li_fat_id', ids.LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID, lasting(2592000));
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
                "string": "https://api.linkedin.com/rest/conversionEvents"
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
                    "string": "li_fat_id"
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
- name: Sends purchase as 104012, every value in LinkedIn's form
  code: |-
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://api.linkedin.com/rest/conversionEvents');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"conversion":"urn:lla:llaPartnerConversion:104012","conversionHappenedAt":1767225600000,"user":{"externalIds":["user_123"],"userIds":[{"idType":"SHA256_EMAIL","idValue":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"},{"idType":"LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID","idValue":"E.C.P.example"},{"idType":"PLAINTEXT_IP_ADDRESS","idValue":"203.0.113.7"}],"userInfo":{"hashedFirstName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","hashedLastName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"}},"eventId":"id-1","conversionValue":{"amount":"59.98","currencyCode":"EUR"}};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends generate_lead as 104013, every value in LinkedIn's form
  code: |-
    input.event = '104013';
    input.event_name = 'generate_lead';
    input.user_data = {"user":{"externalIds":["user_123"]},"ids":{"SHA256_EMAIL":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID":"E.C.P.example","PLAINTEXT_IP_ADDRESS":"203.0.113.7"},"info":{"hashedFirstName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","hashedLastName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"},"unusable":[]};
    input.eventId = "id-1";
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://api.linkedin.com/rest/conversionEvents');
    assertThat(sent[0].options.headers['Authorization']).isEqualTo('Bearer example-token');
    const body = {"conversion":"urn:lla:llaPartnerConversion:104013","conversionHappenedAt":1767225600000,"user":{"externalIds":["user_123"],"userIds":[{"idType":"SHA256_EMAIL","idValue":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"},{"idType":"LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID","idValue":"E.C.P.example"},{"idType":"PLAINTEXT_IP_ADDRESS","idValue":"203.0.113.7"}],"userInfo":{"hashedFirstName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","hashedLastName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"}},"eventId":"id-1"};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends nothing of somebody whom nothing identifies
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.user_data = value; }, (value) => { input.value = value; }, (value) => { input.currency = value; }, (value) => { input.eventId = value; }].forEach((assign) => assign(rubbish));
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
      [(value) => { input.eventId = value; }].forEach((assign) => assign(given));
      runCode(input);
    });
    assertThat(sent).hasLength(2);
    sent.map((request) => JSON.stringify(request.body)).forEach((text) => {
      assertThat(text.indexOf('jane.doe')).isEqualTo(-1);
      assertThat(text.indexOf('1555')).isEqualTo(-1);
    });
- name: Fails without a token, and sends nothing
  code: |-
    input.event = '104012';
    input.event_name = 'purchase';
    input.user_data = {"user":{"externalIds":["user_123"]},"ids":{"SHA256_EMAIL":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID":"E.C.P.example","PLAINTEXT_IP_ADDRESS":"203.0.113.7"},"info":{"hashedFirstName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","hashedLastName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"},"unusable":[]};
    input.value = "59.98";
    input.currency = "eur";
    input.eventId = "id-1";
    input.access_token = 'REPLACE_WITH_TOKEN';
    runCode(input);
    assertThat(sent).hasLength(0);
    assertApi('gtmOnFailure').wasCalled();
- name: Fails where LinkedIn answers with an error
  code: |-
    answer = {statusCode: 422, body: '{"status":422,"message":"no user data"}'};
    runCode(input);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Fails where LinkedIn does not answer, or not in JSON
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
  let input = {consent: true, access_token: 'example-token'};
  let answer = {statusCode: 201, body: ''};
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
  input.event = '104012';
  input.event_name = 'purchase';
  input.user_data = {"user":{"externalIds":["user_123"]},"ids":{"SHA256_EMAIL":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID":"E.C.P.example","PLAINTEXT_IP_ADDRESS":"203.0.113.7"},"info":{"hashedFirstName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2","hashedLastName":"81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"},"unusable":[]};
  input.value = "59.98";
  input.currency = "eur";
  input.eventId = "id-1";


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


