___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Meta Search (search)",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Sends \u0027Search\u0027 to Meta\u0027s Conversions API when \u0027search\u0027 arrives.",
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
        "name": "access_token",
        "displayName": "Access token",
        "simpleValueType": true,
        "help": "The token of Meta\u0027s Conversions API. Keep it in a variable.",
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
        "help": "Comes from variable \u0027Meta User Data\u0027."
      },
      {
        "type": "TEXT",
        "name": "fbc",
        "displayName": "Click id",
        "simpleValueType": true,
        "help": "Comes from cookie \u0027_fbc\u0027."
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
  entry.Name = 'Meta';
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
const webAddress = (value) => {
  const given = filled(value);
  const found = personal(given);
  return found ? webAddress(spaced(given).split(found[0]).join('redacted')) : given;
};
const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const unique = (value) => own(impersonal(value));
const identified = (user) => !['ct country st zp ge client_user_agent', 'db client_user_agent', 'fn ge', 'ln ge'].some((weak) => Object.keys(user).every((key) => weak.split(' ').indexOf(key) >= 0));
const lasting = (seconds) => ({domain: 'auto', path: '/', 'max-age': seconds, secure: true, samesite: 'lax'});
const parse = (value) => getType(value) === 'string' && value.trim().match('^[[{]') ? JSON.parse(value) : value;
const send = (body, token, succeed, fail) => {
  const url = 'https://graph.facebook.com/v26.0/' + encodeUriComponent(text(data.pixel_id)) + '/events';
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: url});
  sendHttpRequest(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    timeout: 1500
  }, JSON.stringify(body)).catch((error) => error || {}).then((response) => {
    const answer = parse(response.body) || {};
    const message = [(answer.error || answer).code, (answer.error || answer).error_subcode, (answer.error || answer).fbtrace_id, response.reason].map(text).join(' ').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseMessage: message.trim()});
    return response.statusCode < 300 && !answer.error && answer.events_received !== 0 ? succeed() : fail();
  });
};

const EVENT = 'Search';
if (text(getEventData('page_location')).indexOf('https://gtm-msr.appspot.com/') === 0) return data.gtmOnSuccess();
if (data.consent !== true) return quit('no consent to ad_storage', data.gtmOnSuccess);
const token = text(data.access_token);
if (!token || token.indexOf('REPLACE_WITH_') === 0) return quit('no access token', data.gtmOnFailure);

const user = {};
const custom = {};
const event = {event_name: EVENT, event_time: Math.floor(getTimestampMillis() / 1000), user_data: user, custom_data: custom};
take(user, data.user_data, 'user');
put(custom, 'search_string', impersonal, [data.search_string]);
put(event, 'event_source_url', webAddress, [data.page_url]);
put(event, 'referrer_url', webAddress, [data.page_referrer]);
put(event, 'event_id', unique, [data.event_id]);
event.action_source = 'website';
if (!event.event_id) note('no event_id: cannot be deduplicated');
if (!identified(user)) return quit('nothing that Meta identifies a person by', data.gtmOnFailure);

const body = {data: [event], access_token: token};
if (unusable.length) note('sources without a usable value: ' + unusable.join(', '));
if (user.fbc && user.fbc !== text(data.fbc)) setCookie('_fbc', user.fbc, lasting(7776000));
if (user.fbp) setCookie('_fbp', user.fbp, lasting(7776000));
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
                "string": "https://graph.facebook.com/v26.0/*/events"
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
                    "string": "_fbc"
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
                    "string": "_fbp"
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
- name: Sends Search with every value in Meta's form
  code: |-
    runCode(input);
    assertThat(sent).hasLength(1);
    assertThat(sent[0].url).isEqualTo('https://graph.facebook.com/v26.0/1000000000000001/events');
    const body = {"data":[{"event_name":"Search","event_time":1767225600,"user_data":{"em":["ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"],"ph":["cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2"],"external_id":["aa0acf0dfa3daff130c91a9efefbafd8282c6c87b82c2fc7a2e6322fedca336a"],"fbc":"fb.1.1767225500000.IwAR2F4-dbP0l7","fbp":"fb.1.1767225500000.1116446470","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":["81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"],"ln":["81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"],"zp":["1dc694c2070e697769fb959b50671d76cafd430d8ca191fbdd0affcaea344ac5"],"ct":["350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5"],"st":["52b07f18c831ba4b08ba0b8bc84c6e023a825dfd385d20d8dcbf410d11c546e7"],"country":["959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"]},"custom_data":{"search_string":"example search_string"},"referrer_url":"https://shop.example.com/cart","event_id":"id-1","event_source_url":"https://shop.example.com/product","action_source":"website"}],"access_token":"example-token"};
    assertThat(sent[0].body).isEqualTo(body);
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: Sends nothing of somebody whom nothing identifies
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.user_data = value; }, (value) => { input.search_string = value; }, (value) => { input.page_referrer = value; }, (value) => { input.event_id = value; }, (value) => { input.page_url = value; }].forEach((assign) => assign(rubbish));
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
      [(value) => { input.search_string = value; }, (value) => { input.page_referrer = value; }, (value) => { input.event_id = value; }, (value) => { input.page_url = value; }].forEach((assign) => assign(given));
      runCode(input);
    });
    assertThat(sent).hasLength(2);
    sent.map((request) => JSON.stringify(request.body)).forEach((text) => {
      assertThat(text.indexOf('jane.doe')).isEqualTo(-1);
      assertThat(text.indexOf('1555')).isEqualTo(-1);
    });
- name: Fails without a token, and sends nothing
  code: |-
    input.user_data = {"user":{"em":["ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"],"ph":["cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2"],"external_id":["aa0acf0dfa3daff130c91a9efefbafd8282c6c87b82c2fc7a2e6322fedca336a"],"fbc":"fb.1.1767225500000.IwAR2F4-dbP0l7","fbp":"fb.1.1767225500000.1116446470","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":["81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"],"ln":["81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"],"zp":["1dc694c2070e697769fb959b50671d76cafd430d8ca191fbdd0affcaea344ac5"],"ct":["350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5"],"st":["52b07f18c831ba4b08ba0b8bc84c6e023a825dfd385d20d8dcbf410d11c546e7"],"country":["959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"]},"unusable":[]};
    input.search_string = "example search_string";
    input.page_referrer = "https://shop.example.com/cart";
    input.event_id = "id-1";
    input.page_url = "https://shop.example.com/product";
    input.access_token = 'REPLACE_WITH_TOKEN';
    runCode(input);
    assertThat(sent).hasLength(0);
    assertApi('gtmOnFailure').wasCalled();
- name: Fails where Meta answers with an error, or that it received no event
  code: |-
    answer = {statusCode: 200, body: '{"events_received":0,"messages":[]}'};
    runCode(input);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Fails where Meta does not answer, or not in JSON
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
  let input = {pixel_id: '1000000000000001', consent: true, access_token: 'example-token'};
  let answer = {statusCode: 200, body: '{"events_received":1,"messages":[],"fbtrace_id":"ASIMULATED"}'};
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
  input.user_data = {"user":{"em":["ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"],"ph":["cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2"],"external_id":["aa0acf0dfa3daff130c91a9efefbafd8282c6c87b82c2fc7a2e6322fedca336a"],"fbc":"fb.1.1767225500000.IwAR2F4-dbP0l7","fbp":"fb.1.1767225500000.1116446470","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":["81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"],"ln":["81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"],"zp":["1dc694c2070e697769fb959b50671d76cafd430d8ca191fbdd0affcaea344ac5"],"ct":["350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5"],"st":["52b07f18c831ba4b08ba0b8bc84c6e023a825dfd385d20d8dcbf410d11c546e7"],"country":["959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"]},"unusable":[]};
  input.search_string = "example search_string";
  input.page_referrer = "https://shop.example.com/cart";
  input.event_id = "id-1";
  input.page_url = "https://shop.example.com/product";


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


