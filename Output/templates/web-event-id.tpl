___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Event Id",
  "description": "An id for the current event: one for all its tags, another for the next event.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "order",
    "displayName": "Order number",
    "simpleValueType": true,
    "help": "Where there is one, it is the id: an order is counted once, however often its page loads."
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const copyFromDataLayer = require('copyFromDataLayer');
const copyFromWindow = require('copyFromWindow');
const generateRandom = require('generateRandom');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const setInWindow = require('setInWindow');

const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const nothing = '^([-_]*(["\'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\\])}>"\']*[-_.:,;/|@ ]*)+([.][a-z]+)?|\\\\n|function[ (][^|]*[}]|[(]none[)]|#(ref|value|div/0|num|null|name)[!?]|[-_.–—\u200b-\u200d\u2060]+|[#$%@!]*[{]+[^{}"]*[}]+|[[]+[a-z_][a-z0-9_ .-]*[\\]]+|<[^<>]*>|(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)|%[a-z]|%7b[a-z0-9%_. -]*%7d|(e3b0c442|36a9e7f1|3973e022|a683c5c5|e2f79e5b|d5b592c0|9b2d5b46|0a481a8d|b28c94b2|c9a560c7|eb045d78|b460b79e|f02dfb7d|74234e98|fb329000|fa1d2db6|34292f42|58931504|552e4230|a04159a3)[0-9a-f]{56})$';
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
const eventID = (order) => {
  const given = own(filled(order));
  if (given) return given;
  const event = copyFromDataLayer('gtm.uniqueEventId');
  if (getType(event) !== 'number') return;
  if (!copyFromWindow('tagwrightPageLoad')) {
    setInWindow('tagwrightPageLoad', getTimestampMillis() + '.' + generateRandom(100000000, 999999999), true);
  }
  return copyFromWindow('tagwrightPageLoad') + '.' + event;
};

return eventID(data.order);



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
                    "string": "tagwrightPageLoad"
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
        "publicId": "read_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedKeys",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "gtm.uniqueEventId"
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
- name: Gives all tags of one event the same id
  code: |-
    assertThat(runCode({})).isEqualTo('1767225600000.100000001.4');
    assertThat(runCode({})).isEqualTo('1767225600000.100000001.4');
    assertApi('generateRandom').wasCalledWith(100000000, 999999999);
- name: Gives the next event another id, and another page too
  code: |-
    const first = runCode({});
    number = 5;
    assertThat(runCode({})).isEqualTo('1767225600000.100000001.5');
    number = 4;
    page.tagwrightPageLoad = undefined;
    assertThat(runCode({})).isEqualTo('1767225600000.100000002.4');
    assertThat(first).isEqualTo('1767225600000.100000001.4');
- name: Gives an order its number, on whatever page
  code: |-
    assertThat(runCode({order: ' T-1001 '})).isEqualTo('T-1001');
    number = 9;
    assertThat(runCode({order: 'T-1001'})).isEqualTo('T-1001');
    assertThat(runCode({order: 1001})).isEqualTo('1001');
    assertApi('generateRandom').wasNotCalled();
- name: Gives an event without an order an id all the same
  code: |-
    [undefined, null, '', '  ', {}, [], 'undefined', ' (Not Set) ', '{{order}}'].forEach((order) => {
      assertThat(runCode({order: order})).isEqualTo('1767225600000.100000001.4');
    });
- name: Gives no id where events cannot be told apart
  code: |-
    number = undefined;
    assertThat(runCode({})).isUndefined();
setup: |-
  const page = {};
  let number = 4;
  let chance = 100000000;
  mock('copyFromWindow', (key) => page[key]);
  mock('setInWindow', (key, value, replaces) => {
    if (page[key] !== undefined && !replaces) return false;
    page[key] = value;
    return true;
  });
  mock('copyFromDataLayer', (key) => key === 'gtm.uniqueEventId' ? number : undefined);
  mock('getTimestampMillis', 1767225600000);
  mock('generateRandom', () => {
    chance = chance + 1;
    return chance;
  });


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


