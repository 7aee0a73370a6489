import Tagwright
import TestSupport
import Testing

@Suite struct PermissionsCommandTests {
  private func review(_ text: String, _ options: String...) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "tag.tpl")
    return run(["permissions", folder.at("tag.tpl")] + options, workingDirectory: folder.path)
  }

  /// A tag with the given code and permissions.
  private func template(_ code: String, _ permissions: String...) -> String {
    """
    ___INFO___

    {"type": "TAG", "id": "cvt_temp_public_id", "version": 1, "displayName": "Example", "containerContexts": ["SERVER"]}


    ___TEMPLATE_PARAMETERS___

    []


    ___SANDBOXED_JS_FOR_SERVER___

    \(code)


    ___SERVER_PERMISSIONS___

    [\(permissions.joined(separator: ", "))]

    """
  }

  private func permission(_ name: String, _ parameters: (String, String)...) -> String {
    let list = parameters.map { #"{"key": "\#($0.0)", "value": \#($0.1)}"# }
    return #"{"instance": {"key": {"publicId": "\#(name)", "versionId": "1"}, "param": ["#
      + list.joined(separator: ", ") + "]}, \"isRequired\": true}"
  }

  private func text(_ text: String) -> String { #"{"type": 1, "string": "\#(text)"}"# }

  private func list(_ texts: String...) -> String {
    #"{"type": 2, "listItem": [\#(texts.map(text).joined(separator: ", "))]}"#
  }

  private var example: String {
    template(
      """
      const getEventData = require('getEventData');
      const getCookieValues = require('getCookieValues');
      require('sendHttpRequest')('https://api.example.com/v1/' + getEventData('event_name'));
      require('logToConsole')(getCookieValues('_ttp'), getEventData('user_data.email'));
      data.gtmOnSuccess();
      """,
      permission(
        "read_event_data", ("eventDataAccess", text("specific")),
        ("keyPatterns", list("event_name", "items.*"))),
      permission("send_http", ("allowedUrls", text("any"))),
      permission("get_cookies", ("cookieAccess", text("specific")), ("cookieNames", list("_ttp"))),
      permission("run_container"))
  }

  @Test func helpOfPermissions() {
    #expect(
      run(["permissions", "--help"]).output == #"""
        Compare what a template declares with what its code needs.

        usage: tagwright permissions [--format text|json] FILE

        A URL that ends with '/' or '*' stands for all that start so. Where the code does not show
        a name or an address, everything that is declared counts as used.

        arguments:
          FILE  a template, such as 'tag.tpl'

        options:
          --format text|json  how to print the result
          --help              show this help

        """#)
  }

  @Test func textComparesEachPermission() throws {
    let outcome = try review(example)
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == #"""
        tag.tpl: Example
          read_event_data
            declared: key 'event_name'
                      key 'items.*'
            needed:   key 'event_name'
                      key 'user_data.email'
            tag.tpl:16: missing: 'getEventData' needs key 'user_data.email', which is not declared
            tag.tpl:20: too wide: key 'items.*' is allowed and not used
          send_http
            declared: any URL
            needed:   URL that starts with 'https://api.example.com/v1/'
            tag.tpl:20: too wide: any URL is allowed, the code uses only URL that starts with 'https://api.example.com/v1/'
          get_cookies
            declared: cookie '_ttp'
            needed:   cookie '_ttp'
          run_container
            needed:   not at all
            tag.tpl:20: too wide: nothing in the code needs 'run_container': remove it
          logging
            declared: not at all
            needed:   'logToConsole'
            tag.tpl:16: missing: 'logToConsole' needs 'logging', which is not declared

        5 permissions, 2 missing, 3 too wide

        """#)
  }

  @Test func jsonHasTheSame() throws {
    let outcome = try review(example, "--format", "json")
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == #"""
        {
            "file": "tag.tpl",
            "name": "Example",
            "missing": 2,
            "tooWide": 3,
            "permissions": [
                {
                    "permission": "read_event_data",
                    "isDeclared": true,
                    "declared": [
                        "key 'event_name'",
                        "key 'items.*'"
                    ],
                    "needed": [
                        "key 'event_name'",
                        "key 'user_data.email'"
                    ],
                    "findings": [
                        {
                            "kind": "missing",
                            "line": 16,
                            "message": "'getEventData' needs key 'user_data.email', which is not declared"
                        },
                        {
                            "kind": "too wide",
                            "line": 20,
                            "message": "key 'items.*' is allowed and not used"
                        }
                    ]
                },
                {
                    "permission": "send_http",
                    "isDeclared": true,
                    "declared": [
                        "any URL"
                    ],
                    "needed": [
                        "URL that starts with 'https://api.example.com/v1/'"
                    ],
                    "findings": [
                        {
                            "kind": "too wide",
                            "line": 20,
                            "message": "any URL is allowed, the code uses only URL that starts with 'https://api.example.com/v1/'"
                        }
                    ]
                },
                {
                    "permission": "get_cookies",
                    "isDeclared": true,
                    "declared": [
                        "cookie '_ttp'"
                    ],
                    "needed": [
                        "cookie '_ttp'"
                    ],
                    "findings": []
                },
                {
                    "permission": "run_container",
                    "isDeclared": true,
                    "declared": [],
                    "needed": [],
                    "findings": [
                        {
                            "kind": "too wide",
                            "line": 20,
                            "message": "nothing in the code needs 'run_container': remove it"
                        }
                    ]
                },
                {
                    "permission": "logging",
                    "isDeclared": false,
                    "declared": [],
                    "needed": [
                        "'logToConsole'"
                    ],
                    "findings": [
                        {
                            "kind": "missing",
                            "line": 16,
                            "message": "'logToConsole' needs 'logging', which is not declared"
                        }
                    ]
                }
            ]
        }

        """#)
  }

  @Test func whatIsNeededAndNoMoreIsSuccess() throws {
    let outcome = try review(
      template(
        "require('sendHttpRequest')(data.url);\ndata.gtmOnSuccess();",
        permission("send_http", ("allowedUrls", text("any")))))
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("\n1 permission, 0 missing, 0 too wide\n"))
  }

  /// What is called, what is declared, and what is wrong with that.
  static let urls: [(call: String, declared: String, isMissing: Bool, isTooWide: Bool)] = [
    ("'https://a.example.com/x'", "https://a.example.com/x", false, false),
    ("'https://a.example.com/x'", "https://a.example.com/", false, false),
    ("'https://a.example.com/x'", "https://a.example.com/*", false, false),
    ("'https://a.example.com/x?y=1'", "https://a.example.com/x", false, false),
    ("'https://a.example.com/xy'", "https://a.example.com/x", true, true),
    ("'https://a.example.com'", "https://a.example.com/", false, false),
    ("'https://a.example.com/x'", "https://*.example.com/", false, true),
    ("'https://' + data.host + '/x'", "https://*.example.com/*", false, false),
    ("'https://a.example.com/' + data.id", "https://a.example.com/v1/*", false, false),
    ("'https://a.example.com/v2/' + data.id", "https://a.example.com/v1/*", true, true),
    ("data.url", "https://a.example.com/v1/*", false, false),
    ("'https://b.example.com/x'", "https://a.example.com/", true, true),
  ]

  @Test(arguments: urls)
  func aURLIsCoveredByItsPrefix(
    _ call: String, _ declared: String, _ isMissing: Bool, _ isTooWide: Bool
  ) throws {
    let output = try review(
      template(
        "require('sendHttpRequest')(\(call));",
        permission("send_http", ("allowedUrls", text("specific")), ("urls", list(declared))))
    ).output
    #expect(output.contains(" missing: ") == isMissing, "\(output)")
    #expect(output.contains(" too wide: ") == isTooWide, "\(output)")
  }

  @Test func theWholeEventNeedsEveryKey() throws {
    let outcome = try review(
      template(
        "require('getAllEventData')();",
        permission(
          "read_event_data", ("eventDataAccess", text("specific")), ("keyPatterns", list("a")))))
    #expect(
      outcome.output.contains("missing: 'getAllEventData' needs any key to be allowed"))
  }

  @Test func whatCannotBeReviewedIsAnError() throws {
    let broken = try review(BrokenTemplate.unparsable)
    #expect(broken.status == .failure)
    #expect(broken.errors == "error: tag.tpl:28:19: expected a value, found ';'\n")
  }
}
