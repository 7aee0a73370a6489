import Diagnostics

extension ScriptRule {
  static let unknownAPI = ScriptRule(
    id: "unknown-api",
    severity: .error,
    summary: "'require' names an API of the template's own kind of container",
    documentation: """
      'require' takes the name of an API as a string literal, so that Tag Manager can see which \
      permissions a template needs. A name that is not an API ends the run. Templates for the web have \
      other APIs than those for a server.
      """,
    wrong: Example(
      """
      const copyFromDataLayer = require('copyFromDataLayer');
      data.gtmOnSuccess();
      """),
    right: Example(
      """
      const getEventData = require('getEventData');
      data.gtmOnSuccess();
      """,
      permissions: ["read_event_data"])
  ) { script in
    script.names.requirements.compactMap { requirement -> RuleBreach? in
      guard let name = requirement.name else {
        return RuleBreach(
          "'require' needs the name of one API, as a string", at: requirement.use.position,
          "write each name where it is required")
      }
      guard script.check.side.api(named: name) == nil else { return nil }
      if testAPIs.contains(name) {
        return RuleBreach(
          "'\(name)' is an API of tests", at: requirement.use.position, severity: .warning,
          "take it away; Tag Manager imports the template, but there is nothing to call")
      }
      return RuleBreach(
        "'\(name)' is not an API of \(script.check.side.rawValue) templates",
        at: requirement.use.position,
        advice(name, script.check.side)
          ?? Spelling.question(for: name, among: script.check.side.apis.map(\.name)))
    }
  }

  /// Returns advice on what to write instead of an API of the other kind of container.
  private static func advice(_ name: String, _ side: TemplateSide) -> String? {
    if side == .server, let advice = webAPIs[name] { return advice }
    return side.other.api(named: name).map { _ in "it is one of \(side.other.rawValue) templates" }
  }

  private static let testAPIs: Set<String> = [
    "assertApi", "assertThat", "fail", "mock", "mockObject", "runCode",
  ]

  /// APIs of web templates that authors look for on the server.
  private static let webAPIs: [String: String] = [
    "copyFromDataLayer": "it is one of web templates; use 'getEventData'",
    "getCookieValue": "use 'getCookieValues', which gives an array",
    "getQueryParameters": "it is one of web templates; use 'getRequestQueryParameters'",
    "getUrl": "it is one of web templates; use 'getEventData('page_location')'",
    "isConsentGranted": "it is one of web templates; read the consent from the event data",
    "localStorage": "it is one of web templates; use 'templateDataStorage' or a cookie",
    "sendPixel": "it is one of web templates; use 'sendHttpGet' or 'sendPixelFromBrowser'",
  ]
}
