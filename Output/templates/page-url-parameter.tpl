___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Page URL Parameter",
  "description": "A query parameter of the page, or of a referrer on the same host.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "parameter",
    "displayName": "Parameter",
    "simpleValueType": true,
    "valueHint": "click_id",
    "help": "The name of the parameter in the page\u0027s address.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_SERVER___

const getEventData = require('getEventData');
const getType = require('getType');
const parseUrl = require('parseUrl');

const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const list = (value) => {
  const elements = [];
  if (getType(value) === 'object') for (const key in value) if (key.match('^[0-9]+$')) elements.push(value[key]);
  return elements.length ? elements : [].concat(value);
};
const nothing = '^([-_]*(["\'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\\])}>"\']*[-_.:,;/|@ ]*)+([.][a-z]+)?|\\\\n|function[ (][^|]*[}]|[(]none[)]|#(ref|value|div/0|num|null|name)[!?]|[-_.–—\u200b-\u200d\u2060]+|[#$%@!]*[{]+[^{}"]*[}]+|[[]+[a-z_][a-z0-9_ .-]*[\\]]+|<[^<>]*>|(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)|%[a-z]|%7b[a-z0-9%_. -]*%7d|(e3b0c442|36a9e7f1|3973e022|a683c5c5|e2f79e5b|d5b592c0|9b2d5b46|0a481a8d|b28c94b2|c9a560c7|eb045d78|b460b79e|f02dfb7d|74234e98|fb329000|fa1d2db6|34292f42|58931504|552e4230|a04159a3)[0-9a-f]{56})$';
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
const pageParameter = (name, location, referrer) => {
  const page = parseUrl(text(location));
  if (!page) return;
  const own = list(page.searchParams[name]).slice(-1)[0];
  const before = parseUrl(text(referrer));
  return filled(own) || !before || before.hostname !== page.hostname ? own : list(before.searchParams[name]).slice(-1)[0];
};
const urlParameter = (name) => pageParameter(name, getEventData('page_location'), getEventData('page_referrer'));

return urlParameter(data.parameter);



___SERVER_PERMISSIONS___

[
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
              },
              {
                "type": 1,
                "string": "page_referrer"
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
  }
]


___TESTS___

scenarios:
- name: Reads the page's own address
  code: |-
    page = {
      page_location: 'https://shop.example.com/?click_id=first&click_id=own',
      page_referrer: 'https://shop.example.com/?click_id=earlier'
    };
    assertThat(runCode({parameter: 'click_id'})).isEqualTo('own');
- name: Reads a referrer only on the same host
  code: |-
    page = {
      page_location: 'https://shop.example.com/cart',
      page_referrer: 'https://shop.example.com/?click_id=earlier'
    };
    assertThat(runCode({parameter: 'click_id'})).isEqualTo('earlier');
    page.page_referrer = 'https://elsewhere.example.org/?click_id=foreign';
    assertThat(runCode({parameter: 'click_id'})).isUndefined();
- name: Gives nothing without an address
  code: |-
    assertThat(runCode({parameter: 'click_id'})).isUndefined();
    page = {page_location: 12, page_referrer: 'no address'};
    assertThat(runCode({parameter: 'click_id'})).isUndefined();
setup: |-
  let page = {};
  mock('getEventData', (path) => page[path]);


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


