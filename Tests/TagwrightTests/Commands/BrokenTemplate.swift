import Foundation

/// A template whose scenarios end in every way that there is.
enum BrokenTemplate {
  static let text = #"""
    ___INFO___

    {"type": "TAG", "id": "cvt_temp_public_id", "version": 1, "displayName": "Broken tag", "containerContexts": ["SERVER"]}


    ___TEMPLATE_PARAMETERS___

    []


    ___SANDBOXED_JS_FOR_SERVER___

    const sendHttpRequest = require('sendHttpRequest');
    const JSON = require('JSON');
    const log = require('logToConsole');

    function send(order) {
      log('sends', order.id);
      const body = {event: 'Purchase', value: order.value, items: [1, 2, 3], currency: 'EUR'};
      sendHttpRequest('https://example.com/collect', {method: 'POST'}, JSON.stringify(body));
    }

    if (data.isTest) {
      data.gtmOnFailure();
      return;
    }
    send(data.order);
    data.gtmOnSuccess();


    ___SERVER_PERMISSIONS___

    []


    ___TESTS___

    scenarios:
    - name: Sends an order
      code: |-
        runCode({order: {id: 'A1', value: 3}});
        assertApi('gtmOnSuccess').wasCalled();
    - name: Compares bodies
      code: |-
        mock('sendHttpRequest', (url, options, body) => {
          assertThat(JSON.parse(body), 'the body').isEqualTo({
            event: 'purchase', value: 3, items: [1, 4, 3], currency: 'EUR', test: true});
        });

        runCode({order: {id: 'A1', value: 3}});
    - name: 'Folded, <quoted>'
      code: "const order = {id: 'B2', value: 5};\nrunCode({order: order}); \n\n// A comment\
        \ that is folded.\nassertApi('sendHttpRequest').wasCalledWith(\n  'https://example.com/collect',\
        \ {method: 'POST'},\n  JSON.stringify({event: 'Purchase', value: 6, items: [1, 2,\
        \ 3], currency: 'EUR'}));\n"
    - name: Has no order
      code: |-
        runCode({});
    - name: Is no JavaScript
      code: |-
        runCode({});
        let = 3;
    - name: Asks the setup
      code: |
        check({isTest: true});
    setup: |-
      const JSON = require('JSON');
      const check = (fields) => {
        runCode(fields);
        assertApi('gtmOnSuccess').wasCalled();
      };


    ___NOTES___

    Made for the tests.

    """#

  /// Its code has an error.
  static let unparsable = replaced("data.gtmOnSuccess();", "data.gtmOnSuccess(;", "Unreadable code")

  /// It has no scenarios.
  static let withoutScenarios = text.components(separatedBy: "___TESTS___")[0]
    .replacingOccurrences(of: "Broken tag", with: "No scenarios")

  /// It is for a web container.
  static let web = replaced("[\"SERVER\"]", "[\"WEB\"]", "Web tag")
    .replacingOccurrences(of: "JS_FOR_SERVER___", with: "JS_FOR_WEB_TEMPLATE___")
    .replacingOccurrences(of: "___SERVER_PERM", with: "___WEB_PERM")

  /// It has no code.
  static let withoutCode = "___INFO___\n\n{\"type\": \"TAG\"}\n"

  private static func replaced(_ old: String, _ new: String, _ name: String) -> String {
    guard let range = text.range(of: old) else { return "" }
    return text.replacingCharacters(in: range, with: new)
      .replacingOccurrences(of: "Broken tag", with: name)
  }
}
