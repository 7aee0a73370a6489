___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Value with Consent",
  "description": "A value, or the parts of an object, that the visitor agreed to send.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "value",
    "displayName": "Value",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "parts",
    "displayName": "What is sent, and with which consent",
    "simpleValueType": true,
    "lineCount": 4,
    "help": "A line for each part: its path below the value (* for the whole), then the types of consent that it needs."
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const getType = require('getType');
const isConsentGranted = require('isConsentGranted');

const consentedValue = (value, parts, granted) => {
  if (value === undefined) return;
  const lines = (parts || '').split('\n').map((line) => line.split(' '));
  const allowed = lines.filter((words) => words.slice(1).every((type) => granted[type])).map((words) => words[0]);
  if (allowed.indexOf('*') >= 0) return value;
  const isNested = (inner) => ['object', 'array'].indexOf(getType(inner)) >= 0;
  let sent;
  allowed.forEach((path) => {
    const keys = path.split('.');
    const found = keys.reduce((inner, key) => isNested(inner) ? inner[key] : undefined, value);
    if (found === undefined || found === null) return;
    sent = sent || {};
    let target = sent;
    keys.slice(0, -1).forEach((key) => {
      target[key] = target[key] || {};
      target = target[key];
    });
    target[keys[keys.length - 1]] = found;
  });
  return sent;
};

return consentedValue(data.value, data.parts, {ad_storage: isConsentGranted('ad_storage')});



___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_storage"
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
  }
]


___TESTS___

scenarios:
- name: Sends a whole value with consent, and nothing without
  code: |-
    const input = {value: 'user_123', parts: '* ad_storage'};
    assertThat(runCode(input)).isEqualTo('user_123');
    isGranted = false;
    assertThat(runCode(input)).isUndefined();
    assertApi('isConsentGranted').wasCalledWith('ad_storage');
- name: Sends only the parts that a destination reads
  code: |-
    const input = {value: person, parts: 'email_address ad_storage\naddress.city\nphone_number'};
    assertThat(runCode(input)).isEqualTo({email_address: 'alice@example.com', address: {city: 'Berlin'}});
    isGranted = false;
    assertThat(runCode(input)).isEqualTo({address: {city: 'Berlin'}});
- name: Has no value where there is none
  code: |-
    assertThat(runCode({value: 'alice', parts: 'email_address'})).isUndefined();
    assertThat(runCode({value: undefined, parts: '*'})).isUndefined();
    assertThat(runCode({value: person})).isUndefined();
setup: |-
  let isGranted = true;
  mock('isConsentGranted', (type) => isGranted);
  const person = {email_address: 'alice@example.com', address: {city: 'Berlin'}, other: 'kept'};


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


