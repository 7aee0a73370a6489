___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "LinkedIn Pixel",
  "categories": [
    "ADVERTISING",
    "CONVERSIONS"
  ],
  "description": "Calls LinkedIn\u0027s pixel with the same event, id and values as the server\u0027s tag.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "partner_id",
    "displayName": "Partner id",
    "simpleValueType": true,
    "help": "The account at LinkedIn that gets the events.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "event",
    "displayName": "LinkedIn event",
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
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const createQueue = require('createQueue');
const getType = require('getType');
const injectScript = require('injectScript');
const makeNumber = require('makeNumber');
const setInWindow = require('setInWindow');

const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const nothing = '^([-_]*(["\'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\\])}>"\']*[-_.:,;/|@ ]*)+([.][a-z]+)?|\\\\n|function[ (][^|]*[}]|[(]none[)]|#(ref|value|div/0|num|null|name)[!?]|[-_.–—\u200b-\u200d\u2060]+|[#$%@!]*[{]+[^{}"]*[}]+|[[]+[a-z_][a-z0-9_ .-]*[\\]]+|<[^<>]*>|(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)|%[a-z]|%7b[a-z0-9%_. -]*%7d|(e3b0c442|36a9e7f1|3973e022|a683c5c5|e2f79e5b|d5b592c0|9b2d5b46|0a481a8d|b28c94b2|c9a560c7|eb045d78|b460b79e|f02dfb7d|74234e98|fb329000|fa1d2db6|34292f42|58931504|552e4230|a04159a3)[0-9a-f]{56})$';
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
const missing = (value) => value == null || getType(value) === 'string' && !filled(value);
const keep = (target, name, convert, candidate) => {
  if (target[name] !== undefined || missing(candidate)) return;
  const value = convert(candidate);
  if (value || value === 0) target[name] = value;
};
const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const spaced = (given) => given.split('').map((c) => '0123456789+--().,/'.charAt('０１２３４５６７８９＋－−（）．，／'.indexOf(c)) || c.trim() || ' ').join('');
const personal = (given) => given.match('[@+%]') && spaced(given).match('[^#?&;=/]*([^ @#?&;=/](@|%(25)*40)[^ @#?&;=/]+[.][A-Za-z]{2,}|([+]|%(25)*2[Bb])[1-9]([-+0-9()./ \u200b-\u2015\u202a-\u202e]|%(25)*(20|2[Bb]|C2%(25)*A0)){6,}[0-9])[^#?&;=/]*');
const impersonal = (value) => {
  const given = filled(value);
  return personal(given) ? '' : given;
};
const unique = (value) => own(impersonal(value));

const pixel = text(data.partner_id);
const event = text(data.event);
if (!pixel || !event) return data.gtmOnFailure();
const properties = {};
keep(properties, 'event_id', unique, data.event_id);
const person = {};
const isThere = getType(copyFromWindow('lintrk')) === 'function';
if (!isThere) {
  setInWindow('lintrk', function(first, second, third, fourth) {
    callInWindow('lintrk.q.push', [first, second, third, fourth]);
  }, true);
  createQueue('lintrk.q');
}
const known = copyFromWindow('tagwrightPixels') || [];
const isQueued = (copyFromWindow('lintrk.q') || []).some((entry) => text(entry[1]) === pixel);
if (known.indexOf('lintrk ' + pixel) < 0 && !isQueued) {
  setInWindow('_linkedin_partner_id', pixel, true);
  const partners = copyFromWindow('_linkedin_data_partner_ids') || [];
  if (partners.indexOf(pixel) < 0) createQueue('_linkedin_data_partner_ids')(pixel);
  setInWindow('tagwrightPixels', known.concat(['lintrk ' + pixel]), true);
}
properties.conversion_id = makeNumber(event);
callInWindow('lintrk', 'track', properties);
if (isThere) return data.gtmOnSuccess();
injectScript('https://snap.licdn.com/li.lms-analytics/insight.min.js', data.gtmOnSuccess, data.gtmOnFailure, 'lintrk');



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
                    "string": "_linkedin_data_partner_ids"
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
                    "string": "_linkedin_partner_id"
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
                    "string": "lintrk"
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
                    "string": "lintrk.q"
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
                    "string": "lintrk.q.push"
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
                "string": "https://snap.licdn.com/li.lms-analytics/insight.min.js"
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
    assertThat(events()).isEqualTo([["track",{"conversion_id":104012,"event_id":"id-1"}]]);
    assertApi('gtmOnSuccess').wasCalled();
- name: Leaves the id as the variable gives it, whichever tag asks
  code: |-
    input.event_id = ' 1767225600000.100000001.4 ';
    runCode(input);
    input.event = '104013';
    runCode(input);
    assertThat(events()).isEqualTo([
      ["track",{"conversion_id":104012,"event_id":"1767225600000.100000001.4"}],
      ["track",{"conversion_id":104013,"event_id":"1767225600000.100000001.4"}]
    ]);
- name: Names no id where there is none
  code: |-
    [undefined, null, '', '  ', {}, 'undefined', ' (Not Set) ', '{{id}}'].forEach((id) => {
      input.event_id = id;
      runCode(input);
    });
    assertThat(events()).hasLength(8);
    events().forEach((sent) => assertThat(sent).isEqualTo(["track",{"conversion_id":104012}]));
- name: Fails without a pixel or an event
  code: |-
    runCode({partner_id: '1234567'});
    runCode({event: input.event});
    runCode({});
    assertThat(calls).isEqualTo([]);
    assertApi('gtmOnSuccess').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
- name: Queues what comes before the pixel has loaded
  code: |-
    page['lintrk'] = undefined;

    runCode(input);
    assertThat(events()).isEqualTo([["track",{"conversion_id":104012,"event_id":"id-1"}]]);

    assertApi('injectScript').wasCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: Fails where the pixel cannot be loaded
  code: |-
    page['lintrk'] = undefined;
    mock('injectScript', (url, onSuccess, onFailure) => {
      onFailure();
    });
    runCode(input);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Tells the Insight Tag its partner once
  code: |-
    const partners = [];
    page['_linkedin_data_partner_ids'] = partners;
    mock('createQueue', (name) => (entry) => {
      if (name === '_linkedin_data_partner_ids') partners.push(entry);
    });
    runCode(input);
    runCode(input);
    assertThat(partners).isEqualTo([input.partner_id]);
    assertThat(page['_linkedin_partner_id']).isEqualTo(input.partner_id);
setup: |-
  const calls = [];
  const page = {'lintrk': () => {}};
  const input = {partner_id: '1234567', event: '104012', event_id: 'id-1'};
  const events = () => calls.filter((call) => call[0] === 'lintrk' && call[1] === 'track').map((call) => call.slice(1, 3));
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


