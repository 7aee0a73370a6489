import Tagwright
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
      permission("read_event_data", ("eventDataAccess", text("specific")), ("keyPatterns", list("event_name", "items.*"))),
      permission("send_http", ("allowedUrls", text("any"))),
      permission("get_cookies", ("cookieAccess", text("specific")), ("cookieNames", list("_ttp"))),
      permission("run_container"))
  }

  @Test func helpOfPermissions() {
    #expect(
      run(["permissions", "--help"]).output == HELP)
  }

  @Test func textComparesEachPermission() throws {
    let outcome = try review(example)
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == TEXT)
  }

  @Test func jsonHasTheSame() throws {
    let outcome = try review(example, "--format", "json")
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == JSONTEXT)
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
        permission("read_event_data", ("eventDataAccess", text("specific")), ("keyPatterns", list("a")))))
    #expect(
      outcome.output.contains("missing: 'getAllEventData' needs any key to be allowed"))
  }

  @Test func whatCannotBeReviewedIsAnError() throws {
    let web = try review(BrokenTemplate.web)
    #expect(web.status == .failure)
    #expect(web.errors.hasPrefix("error: 'tag.tpl' is a web template\n"))
    let broken = try review(BrokenTemplate.unparsable)
    #expect(broken.status == .failure)
    #expect(broken.errors == "error: tag.tpl:28:19: expected a value, found ';'\n")
  }
}
