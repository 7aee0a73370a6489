import CustomTemplate
import TestSupport

/// A template as the text of a file, part by part; its random form has fields, permissions and scenarios of every kind.
struct WrittenTemplate {
  struct Scenario {
    var name: String
    var code: String
    /// A further key of the scenario.
    var extra: String?
  }

  var kind = "MACRO"
  var isWeb = false
  var version = "1"
  var displayName = "Example"
  /// The kinds of container that it says it is for; those of the code where it is `nil`.
  var contexts: String?
  var description = "Made for the tests."
  /// The fields; `•` marks each place where another one can be put, with its comma.
  var fields = "[•]"
  var names: [String] = []
  var code = ["return data.a;"]
  var permissions: [String] = []
  var scenarios: [Scenario] = []
  /// Sections that replace those made of the other parts.
  var sections: [SectionName: String] = [:]

  init() {}

  init(_ random: inout SeededGenerator) {
    kind = ["TAG", "MACRO", "CLIENT"][random.below(3)]
    isWeb = kind != "CLIENT" && random.below(2) == 0
    version = ["1", "1", "0"][random.below(3)]
    var next = 0
    fields = "[\(list(depth: 0, &next, &random))]"
    code = ["const log = require('logToConsole');", "let count = 0;"]
    for _ in 0..<random.below(4) {
      code.append(
        [
          "count += data.step || 1;", "if (data.a) { log('a', arguments0(count)); }",
          "[1, 2].forEach((n) => { count += n; });", "const f\(next) = () => arguments.length;",
        ][random.below(4)])
      next += 1
    }
    code.append("function arguments0(n) { return n + 1; }")
    code.append(kind == "TAG" ? "data.gtmOnSuccess();" : "return count;")
    let ids = ["logging", "read_container_data", "access_template_storage", "get_cookies"]
    permissions = ids[0...random.below(4)].map { id in
      let environment = #"{"key": "environments", "value": {"type": 1, "string": "debug"}}"#
      return
        #"{"instance": {"key": {"publicId": "\#(id)", "versionId": "1"}, "param": [\#(id == "logging" ? environment : "")]}, "isRequired": true}"#
    }
    let parts = [
      "Sends", "nothing", "[sends]", "(2)", "it's", "a/b", "1.5", "+", "&", "_x", "=", "-",
    ]
    scenarios = (0...random.below(3)).map { index in
      let words = (0..<random.below(5)).map { _ in parts[random.below(parts.count)] }
      return Scenario(
        name: (["S\(index)"] + words).joined(separator: " "), code: "runCode({step: \(index)});")
    }
  }

  private mutating func list(
    depth: Int, _ next: inout Int, _ random: inout SeededGenerator
  ) -> String {
    var parts = ["•"]
    for _ in 0..<random.below(depth == 0 ? 4 : 3) + (depth == 0 ? 1 : 0) {
      next += 1
      let name = "field\(next)"
      names.append(name)
      let head = #""name": "\#(name)", "displayName": "Field \#(next)""#
      switch random.below(depth < 2 ? 7 : 3) {
      case 0: parts.append(#"{"type": "TEXT", \#(head), "simpleValueType": true}"#)
      case 1: parts.append(#"{"type": "LABEL", \#(head)}"#)
      case 2:
        parts.append(
          #"{"type": "SIMPLE_TABLE", \#(head), "simpleTableColumns": [{"type": "TEXT", "name": "a"}, {"type": "SELECT", "name": "b"}]}"#
        )
      case 3:
        parts.append(
          #"{"type": "GROUP", \#(head), "subParams": [\#(list(depth: depth + 1, &next, &random))]}"#
        )
      case 4:
        parts.append(
          #"{"type": "CHECKBOX", \#(head), "checkboxText": "x", "subParams": [\#(list(depth: depth + 1, &next, &random))]}"#
        )
      case 5:
        parts.append(
          #"{"type": "RADIO", \#(head), "radioItems": [{"value": "a", "displayValue": "A", "subParams": [\#(list(depth: depth + 1, &next, &random))]}]}"#
        )
      default:
        parts.append(
          #"{"type": "PARAM_TABLE", \#(head), "paramTableColumns": [{"param": {"type": "TEXT", "name": "a"}, "isUnique": false}]}"#
        )
      }
    }
    return parts.joined(separator: ",\n")
  }

  /// Puts a field at a random place, at any depth.
  mutating func insertField(_ field: String, _ random: inout SeededGenerator) {
    let parts = fields.split(separator: "•", omittingEmptySubsequences: false)
    let place = random.below(parts.count - 1)
    fields = parts.indices.map { index in
      index == parts.count - 1
        ? String(parts[index]) : parts[index] + (index == place ? field : "•")
    }.joined()
  }

  /// Puts a statement at a random place of the code.
  mutating func insertStatement(_ statement: String, _ random: inout SeededGenerator) {
    code.insert(statement, at: random.below(code.count))
  }

  var text: String {
    let side = isWeb ? "WEB" : "SERVER"
    var tests = "scenarios:" + (scenarios.isEmpty ? " []" : "")
    for scenario in scenarios {
      let name = scenario.name.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''")
      tests += "\n- name: '\(name)'"
      if let extra = scenario.extra { tests += "\n  " + extra }
      tests += "\n  code: |-\n    \(scenario.code)"
    }
    let info =
      #"{"type": "\#(kind)", "displayName": "\#(displayName)", "description": "\#(description)", "version": \#(version), "containerContexts": \#(contexts ?? "[\"\(side)\"]")}"#
    // A place where a field can stand is nothing, with the comma behind it.
    let fields = self.fields.split(separator: "•", omittingEmptySubsequences: false)
      .enumerated().map {
        $0.offset > 0 && $0.element.hasPrefix(",") ? $0.element.dropFirst() : $0.element
      }
      .joined()
    let parts: [(SectionName, String)] = [
      (.info, info), (.parameters, fields),
      (isWeb ? .webCode : .serverCode, code.joined(separator: "\n")),
      (isWeb ? .webPermissions : .serverPermissions, "[\(permissions.joined(separator: ",\n"))]"),
      (.tests, tests), (.notes, "Made for the tests."),
    ]
    return parts.map { name, text in "\(name.marker)\n\n\(sections[name] ?? text)\n\n\n" }.joined()
  }
}
