import Tagwright
import TestSupport
import Testing

/// What `permissions` says of web templates.
@Suite struct WebPermissionsTests {
  private static func review(_ code: String, _ permissions: [String]) throws -> Outcome {
    let folder = try TemporaryFolder()
    let text = """
      ___INFO___

      {"type": "TAG", "version": 1, "displayName": "Example", "containerContexts": ["WEB"]}


      ___TEMPLATE_PARAMETERS___

      []


      ___SANDBOXED_JS_FOR_WEB_TEMPLATE___

      \(code)
      data.gtmOnSuccess();


      ___WEB_PERMISSIONS___

      [\(permissions.joined(separator: ",\n"))]


      """
    try folder.write(text, to: "tag.tpl")
    return run(["permissions", folder.at("tag.tpl")], workingDirectory: folder.path)
  }

  private static func permission(_ id: String, _ parameters: (String, String)...) -> String {
    let list = parameters.map { #"{"key": "\#($0.0)", "value": \#($0.1)}"# }
      .joined(separator: ", ")
    return
      #"{"instance": {"key": {"publicId": "\#(id)", "versionId": "1"}, "param": [\#(list)]}, "isRequired": true}"#
  }

  private static func text(_ text: String) -> String { #"{"type": 1, "string": "\#(text)"}"# }

  private static func list(_ items: String...) -> String {
    #"{"type": 2, "listItem": [\#(items.joined(separator: ", "))]}"#
  }

  private static let yes = #"{"type": 8, "boolean": true}"#

  /// A row whose texts and flags are given by their names.
  private static func row(_ name: String, _ value: String, _ flags: [String: Bool]) -> String {
    let keys = flags.keys.sorted()
    let names = ([name] + keys).map(text).joined(separator: ", ")
    let cells = keys.map { #"{"type": 8, "boolean": \#(flags[$0] == true)}"# }
    return
      #"{"type": 3, "mapKey": [\#(names)], "mapValue": [\#(([text(value)] + cells).joined(separator: ", "))]}"#
  }

  private static func global(_ key: String, _ uses: String...) -> String {
    row(
      "key", key,
      [
        "read": uses.contains("read"), "write": uses.contains("write"),
        "execute": uses.contains("execute"),
      ])
  }

  private static func stored(_ name: String, _ key: String, _ uses: String...) -> String {
    row(name, key, ["read": uses.contains("read"), "write": uses.contains("write")])
  }

  /// What the code does, what is declared, and what is found of it.
  static let cases: [(code: String, permissions: [String], findings: [String])] = [
    (
      "require('injectScript')('https://cdn.example.com/sdk.js?id=' + data.id);",
      [permission("inject_script", ("urls", list(text("https://cdn.example.com/*"))))], []
    ),
    (
      "require('injectScript')('https://cdn.example.com/sdk.js');",
      [permission("inject_script", ("urls", list(text("https://other.example.com/*"))))],
      [
        "missing: 'injectScript' needs URL 'https://cdn.example.com/sdk.js', which is not declared",
        "too wide: URL 'https://other.example.com/*' is allowed and not used",
      ]
    ),
    (
      "require('injectScript')('https://' + data.host + '/sdk.js');",
      [permission("inject_script", ("urls", list(text("https://*"))))], []
    ),
    (
      "require('sendPixel')('https://px.example.com/');",
      [permission("send_pixel", ("allowedUrls", text("any")))],
      ["too wide: any URL is allowed, the code uses only URL 'https://px.example.com/'"]
    ),
    (
      "require('setInWindow')('shop', 1); require('callInWindow')('shop.push', require('copyFromWindow')('shop'));",
      [
        permission(
          "access_globals",
          ("keys", list(global("shop", "read", "write"), global("shop.push", "execute"))))
      ], []
    ),
    (
      "require('createQueue')('queue')(1);",
      [permission("access_globals", ("keys", list(global("queue", "write", "execute"))))],
      [
        "missing: 'createQueue' needs readable global 'queue', which is not declared",
        "too wide: callable globals are allowed and not used",
      ]
    ),
    (
      "require('copyFromWindow')(data.name);",
      [permission("access_globals", ("keys", list(global("a", "read"), global("b", "read"))))], []
    ),
    (
      "require('getCookieValues')('_ttp');",
      [permission("get_cookies", ("cookieAccess", text("any")))],
      ["too wide: any cookie is allowed, the code uses only cookie '_ttp'"]
    ),
    (
      "require('copyFromDataLayer')('ecommerce'); require('copyFromDataLayer')('ecommerce.items');",
      [permission("read_data_layer", ("keyPatterns", list(text("ecommerce.*"))))], []
    ),
    (
      "require('gtagSet')({currency: 'EUR'});",
      [permission("write_data_layer", ("keyPatterns", list(text("country"))))],
      [
        "missing: 'gtagSet' needs key 'currency', which is not declared",
        "too wide: key 'country' is allowed and not used",
      ]
    ),
    (
      "require('setDefaultConsentState')({ad_storage: 'denied', wait_for_update: 500, region: ['DE']});",
      [
        permission(
          "access_consent",
          ("consentTypes", list(stored("consentType", "ad_storage", "read", "write"))))
      ], ["too wide: readable consent types are allowed and not used"]
    ),
    (
      "require('isConsentGranted')('ad_storage');",
      [
        permission(
          "access_consent", ("consentTypes", list(stored("consentType", "ad_storage", "write"))))
      ],
      [
        "missing: 'isConsentGranted' needs readable consent type 'ad_storage', which is not declared",
        "too wide: writable consent types are allowed and not used",
      ]
    ),
    (
      "const store = require('localStorage'); store.setItem('a', store.getItem('b'));",
      [
        permission(
          "access_local_storage",
          ("keys", list(stored("key", "a", "write"), stored("key", "b", "read"))))
      ], []
    ),
    (
      "require('getUrl')('host');",
      [permission("get_url", ("urlParts", text("any")), ("queriesAllowed", text("any")))],
      ["too wide: the rest of the address: allowed and not used"]
    ),
    ("require('getUrl')();", [permission("get_url", ("urlParts", text("any")))], []),
    (
      "require('getUrl')('host');",
      [permission("get_url", ("urlParts", text("specific")), ("path", yes))],
      [
        "missing: 'getUrl' needs the host, which is not declared",
        "too wide: the path: allowed and not used",
      ]
    ),
    (
      "require('getQueryParameters')('ttclid');",
      [
        permission(
          "get_url", ("urlParts", text("specific")), ("query", yes),
          ("queriesAllowed", text("specific")), ("queryKeys", list(text("gclid"))))
      ],
      [
        "missing: 'getQueryParameters' needs query parameter 'ttclid', which is not declared",
        "too wide: query parameter 'gclid' is allowed and not used",
      ]
    ),
    ("require('readTitle')();", [permission("read_title")], []),
    (
      "require('logToConsole')('x');", [],
      ["missing: 'logToConsole' needs 'logging', which is not declared"]
    ),
    (
      "", [permission("read_title")],
      ["too wide: nothing in the code needs 'read_title': remove it"]
    ),
  ]

  @Test(arguments: cases) func whatIsMissingAndTooWideIsSaid(
    _ code: String, _ permissions: [String], _ findings: [String]
  ) throws {
    let outcome = try Self.review(code, permissions)
    let found = outcome.output.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("tag.tpl:") && !$0.hasPrefix("tag.tpl: ") }
      .map { $0.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? "" }
    #expect(found == findings, "\(code)\n\(outcome.output)")
    #expect(outcome.status == (findings.isEmpty ? .success : .finding))
  }
}
