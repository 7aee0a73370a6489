import Diagnostics

extension ScriptRule {
  static let undeclaredName = ScriptRule(
    id: "undeclared-name",
    severity: .error,
    summary: "every name is declared",
    documentation: """
      The sandbox has no global names but 'data', 'require' and 'undefined', and 'arguments' in a \
      function. Everything else comes from 'require' or is declared in the script; Tag Manager \
      refuses a script that uses a name which nothing declares.
      """,
    wrong: Example(
      """
      const url = encodeURIComponent(data.url);
      data.gtmOnSuccess();
      """),
    right: Example(
      """
      const encodeUriComponent = require('encodeUriComponent');
      const url = encodeUriComponent(data.url);
      data.gtmOnSuccess();
      """)
  ) { script in
    var reported: Set<String> = []
    let known = script.names.bindings.map(\.name.text) + ["data", "require", "undefined"]
    return script.names.freeNames.compactMap { free -> RuleBreach? in
      guard !isGlobal(free, in: script), reported.insert(free.name).inserted else { return nil }
      var note = replacements[free.name]
      if script.check.side.api(named: free.name) != nil {
        note = "get it with 'const \(free.name) = require('\(free.name)')'"
      }
      if free.name == "document" || free.name == "window" {
        note = pageNotes[script.check.side]
      }
      return RuleBreach(
        "'\(free.name)' is not declared", at: free.use.position,
        note ?? (reported.count <= 100 ? Spelling.question(for: free.name, among: known) : nil))
    }
  }

  private static let pageNotes: [TemplateSide: String] = [
    .server: "a server has no page", .web: "use the 'copyFromWindow' and 'callInWindow' APIs",
  ]

  private static func isGlobal(_ free: NameAnalysis.FreeName, in script: ScriptUnderCheck) -> Bool {
    switch free.name {
    case "data", "require", "undefined": true
    case "arguments": free.isInFunction
    default: script.check.globals.contains(free.name)
    }
  }

  /// The replacements for globals of JavaScript that the sandbox has as an API, or not at all.
  private static let replacements: [String: String] = [
    "Array": "use '[…]', and 'getType(x) === 'array'' to ask for one",
    "Boolean": "use '!!x'",
    "Date": "use the 'getTimestampMillis' API",
    "Infinity": "compare with a large number",
    "NaN": "compare a number with itself: 'x !== x'",
    "Number": "use the 'makeNumber' API",
    "RegExp": "use the 'createRegex' API",
    "String": "use the 'makeString' API",
    "btoa": "use the 'toBase64' API",
    "atob": "use the 'fromBase64' API",
    "console": "use the 'logToConsole' API",
    "decodeURI": "use the 'decodeUri' API",
    "decodeURIComponent": "use the 'decodeUriComponent' API",
    "encodeURI": "use the 'encodeUri' API",
    "encodeURIComponent": "use the 'encodeUriComponent' API",
    "fetch": "use the 'sendHttpRequest' API",
    "isNaN": "compare a number with itself: 'x !== x'",
    "parseFloat": "use the 'makeNumber' API",
    "parseInt": "use the 'makeInteger' API",
    "setTimeout": "use the 'callLater' API",
  ]
}
