import CustomTemplate

/// A template with something in every section, and its text as Google Tag Manager would write it.
enum ExampleTemplate {
  static let template = CustomTemplate(
    kind: .tag, displayName: "Example Purchase", description: "Sends <purchase> & refund.",
    categories: ["CONVERSIONS"],
    fields: [
      .text(
        name: "pixelCode", displayName: "Pixel code", help: "As in the manager",
        validators: [.nonEmpty]),
      .group(
        name: "more", displayName: "More", style: .zippyClosed,
        fields: [.checkbox(name: "isTest", checkboxText: "Test events", defaultValue: false)]),
    ],
    code: "const log = require('logToConsole');\nlog(data.pixelCode);\ndata.gtmOnSuccess();",
    permissions: [.logging(.debug), .readContainerData],
    scenarios: [
      TemplateScenario(
        name: "Logs the code", code: "runCode(mockData);\nassertApi('gtmOnSuccess').wasCalled();"),
      TemplateScenario(name: "Spaces: kept", code: "runCode({}); \nfail('é');"),
    ],
    setup: "const mockData = {};\n\nmockData.pixelCode = 'A';",
    notes: "Made for the tests.")

  static let text = #"""
    ___INFO___

    {
      "type": "TAG",
      "id": "cvt_temp_public_id",
      "version": 1,
      "securityGroups": [],
      "displayName": "Example Purchase",
      "categories": [
        "CONVERSIONS"
      ],
      "description": "Sends \u003cpurchase\u003e \u0026 refund.",
      "containerContexts": [
        "SERVER"
      ]
    }


    ___TEMPLATE_PARAMETERS___

    [
      {
        "type": "TEXT",
        "name": "pixelCode",
        "displayName": "Pixel code",
        "simpleValueType": true,
        "help": "As in the manager",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      },
      {
        "type": "GROUP",
        "name": "more",
        "displayName": "More",
        "groupStyle": "ZIPPY_CLOSED",
        "subParams": [
          {
            "type": "CHECKBOX",
            "name": "isTest",
            "checkboxText": "Test events",
            "simpleValueType": true,
            "defaultValue": false
          }
        ]
      }
    ]


    ___SANDBOXED_JS_FOR_SERVER___

    const log = require('logToConsole');
    log(data.pixelCode);
    data.gtmOnSuccess();


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
            "publicId": "read_container_data",
            "versionId": "1"
          },
          "param": []
        },
        "isRequired": true
      }
    ]


    ___TESTS___

    scenarios:
    - name: Logs the code
      code: |-
        runCode(mockData);
        assertApi('gtmOnSuccess').wasCalled();
    - name: 'Spaces: kept'
      code: "runCode({}); \nfail('é');"
    setup: |-
      const mockData = {};

      mockData.pixelCode = 'A';


    ___NOTES___

    Made for the tests.



    """#
}
