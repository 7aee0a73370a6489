___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Consent to ad_storage",
  "description": "Whether the hit has the visitor\u0027s consent.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[]


___SANDBOXED_JS_FOR_SERVER___

const getEventData = require('getEventData');
const getType = require('getType');

const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const consent = (type, gcsPlace, gcdPlace) => {
  const at = (value, form, place) => text(value).match(form) ? text(value).charAt(place) : '';
  const gcd = (value) => 'gcd ' + at(value, '^1[0-9]([0-9A-Za-z_-][0-9]){4}', gcdPlace);
  const state = (value) => getType(value) === 'object' ? 'is ' + (getType(value[type]) === 'boolean' ? value[type] : text(value[type]).toLowerCase()) : '';
  const derived = state(getEventData('x-sst-system_properties.consent.consentGrantedState'));
  const signals = [
    at(getEventData('x-ga-gcs'), '^G1[-01]{2}', gcsPlace),
    gcd(getEventData('x-ga-gcd')),
    gcd(getEventData('x-ga-mp2-gcd')),
    gcd(getEventData('x-sst-system_properties.gcd')),
    derived !== 'is true' || getEventData('x-sst-system_properties.consent.isUpdate') === true ? derived : '',
    state(getEventData('consent_state'))
  ];
  const says = (words) => signals.some((signal) => signal.match('^(' + words + ')$'));
  return !says('0|gcd [2689aeimopquyCEFGKOSUVW-]|is (0|false|denied)') && (says('1|gcd [37bcdfjnrstvzDHIJLPTXYZ_]|is (1|true|granted)') || undefined);
};

return consent('ad_storage', 2, 2) === true;



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
                "string": "consent_state"
              },
              {
                "type": 1,
                "string": "x-ga-gcd"
              },
              {
                "type": 1,
                "string": "x-ga-gcs"
              },
              {
                "type": 1,
                "string": "x-ga-mp2-gcd"
              },
              {
                "type": 1,
                "string": "x-sst-system_properties.consent.consentGrantedState"
              },
              {
                "type": 1,
                "string": "x-sst-system_properties.consent.isUpdate"
              },
              {
                "type": 1,
                "string": "x-sst-system_properties.gcd"
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
- name: Follows what the hit says, and the plan where it says nothing
  code: |-
    hit = {'x-ga-gcs': 'G111', 'x-ga-gcd': '13r3r3r3r5l1', consent_state: {ad_storage: true}};
    assertThat(runCode({})).isTrue();
    hit = {'x-ga-gcs': 'G1--', 'x-ga-gcd': '13l3l3R3l5l1', consent_state: {ad_storage: true}};
    assertThat(runCode({})).isTrue();
    hit.consent_state = undefined;
    hit['x-sst-system_properties.consent.consentGrantedState'] = {ad_storage: true};
    assertThat(runCode({})).isFalse();
    hit = {};
    assertThat(runCode({})).isFalse();
- name: Follows every signal that refuses ad_storage
  code: |-
    [{'x-ga-gcs': 'G101'}, {'x-ga-gcd': '13p3l3l3l5l1'}, {'x-ga-mp2-gcd': '13p3l3l3l5l1'}, {'x-sst-system_properties.gcd': '13p3l3l3l5l1'}, {'x-sst-system_properties.consent.consentGrantedState': {ad_storage: false}}, {consent_state: {ad_storage: 'denied'}}, {consent_state: {ad_storage: false}}].forEach((signal) => {
      hit = {'x-ga-gcs': 'G111', consent_state: {ad_storage: 'granted'}};
      for (const path in signal) hit[path] = signal[path];
      assertThat(runCode({})).isFalse();
    });
setup: |-
  let hit = {};
  mock('getEventData', (path) => hit[path]);


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


