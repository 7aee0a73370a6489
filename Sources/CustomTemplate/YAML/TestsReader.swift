import Diagnostics

/// Reads the YAML of `___TESTS___`: `scenarios`, each with `name` and `code`, and `setup`.
///
/// It takes what Google Tag Manager writes and what public files written by hand have: block scalars of every kind, quoted and
/// plain texts over several lines, comments. Anchors, tags and flow collections are refused with a message; other keys, such as
/// the `description` of a scenario, are skipped and noted.
struct TestsReader {
  /// The contents of a section, and their places in the file.
  struct Result {
    var tests = TemplateTests()
    var scenarioPlaces: [ScenarioPlace] = []
    var setupLines: LineMap?
    var unknownKeys: [UnknownTestKey] = []
  }

  /// A problem, and the line of the file that it is on.
  struct Failure: Error {
    let line: Int
    let message: String
  }

  private var lines: YAMLLines
  private var result = Result()

  /// Reads a section's text with LF line ends.
  ///
  /// - Parameter firstLine: the line of the file on which the text begins.
  static func read(_ text: String, firstLine: Int) throws(Failure) -> Result {
    var reader = TestsReader(lines: YAMLLines(text, firstLine: firstLine))
    try reader.document()
    return reader.result
  }

  private init(lines: YAMLLines) {
    self.lines = lines
  }

  private mutating func document() throws(Failure) {
    var seen: [String: Int] = [:]
    try lines.skipIgnored()
    if lines.isAtEnd {
      throw Failure(
        line: lines.firstLine, message: "expected 'scenarios: []', or scenarios, found nothing")
    }
    while !lines.isAtEnd {
      let line = lines.fileLine
      guard lines.indentation == 0 else {
        throw Failure(
          line: line, message: "'scenarios' and 'setup' stand at the beginning of a line")
      }
      let key = try key(of: ["scenarios", "setup"], at: 0)
      try noteOnce(key.name, &seen)
      if key.isUnknown {
        skip(key.name, at: 0)
      } else if key.name == "scenarios" {
        try scenarios(after: key.end)
      } else {
        let scalar = try scalar(at: key.end, parent: 0)
        result.tests.setup = scalar.text
        result.setupLines = scalar.lines
      }
      try lines.skipIgnored()
    }
  }

  private mutating func scenarios(after column: Int) throws(Failure) {
    switch lines.valueText(from: column) {
    case "[]", "null", "~": lines.advance()
    case "":
      lines.advance()
      try lines.skipIgnored()
      let indentation = lines.indentation
      while !lines.isAtEnd, lines.indentation == indentation, lines.hasDash(at: indentation) {
        try scenario(dash: indentation)
        try lines.skipIgnored()
      }
      guard lines.isAtEnd || lines.indentation == 0 else {
        throw Failure(
          line: lines.fileLine, message: "expected a scenario that begins with '- name:'")
      }
    case let other:
      throw Failure(
        line: lines.fileLine,
        message: "expected the scenarios below 'scenarios:', each beginning with '- name:', found "
          + quoted(other))
    }
  }

  private mutating func scenario(dash: Int) throws(Failure) {
    let line = lines.fileLine
    var column = lines.skipSpaces(from: dash + 1)
    if lines.isBlankOrComment(from: column) {
      lines.advance()
      try lines.skipIgnored()
      column = lines.isAtEnd ? 0 : lines.indentation
      guard column > dash else {
        throw Failure(line: line, message: "expected 'name:' and 'code:' after '-'")
      }
    }
    let indentation = column
    var scenario = TemplateScenario(name: "", code: "")
    var place = ScenarioPlace(nameLine: line, codeLines: LineMap([line]))
    var seen: [String: Int] = [:]
    repeat {
      let keyLine = lines.fileLine
      let key = try key(of: ["name", "code"], at: indentation)
      try noteOnce(key.name, &seen)
      if key.isUnknown {
        skip(key.name, at: indentation)
      } else if key.name == "name" {
        scenario.name = try scalar(at: key.end, parent: indentation).text
        place = ScenarioPlace(nameLine: keyLine, codeLines: place.codeLines)
      } else {
        let scalar = try scalar(at: key.end, parent: indentation)
        scenario.code = scalar.text
        place = ScenarioPlace(nameLine: place.nameLine, codeLines: scalar.lines)
      }
      try lines.skipIgnored()
      if !lines.isAtEnd, lines.indentation > indentation {
        throw Failure(
          line: lines.fileLine,
          message: "the line is indented deeper than the keys 'name' and 'code' of its scenario")
      }
    } while !lines.isAtEnd && lines.indentation == indentation
    guard seen["name"] != nil, seen["code"] != nil else {
      let missing = seen["name"] == nil ? "name" : "code"
      let others = seen.filter { $0.key != "name" && $0.key != "code" }
      let meant = Spelling.nearest(to: missing, among: others.keys.sorted())
      let hint = meant.map { ", or is it meant by '\($0)'" } ?? ""
      throw Failure(
        line: line, message: "the scenario has no '\(missing)': add '\(missing):' to it\(hint)")
    }
    result.tests.scenarios.append(scenario)
    result.scenarioPlaces.append(place)
  }

  private func noteOnce(_ key: String, _ seen: inout [String: Int]) throws(Failure) {
    if let earlier = seen.updateValue(lines.keyLine, forKey: key) {
      throw Failure(
        line: lines.keyLine, message: "'\(key)' is already at line \(earlier): keep one of the two")
    }
  }

  /// Passes over what a key says: the rest of its line, and the lines that are indented deeper or are entries of its list.
  private mutating func skip(_ key: String, at column: Int) {
    result.unknownKeys.append(UnknownTestKey(name: key, line: lines.fileLine))
    lines.advance()
    while !lines.isAtEnd,
      lines.indentation > column || lines.indentation == column && lines.hasDash(at: column)
        || lines.skipSpaces(from: 0) == lines.line.count
    {
      lines.advance()
    }
  }

  /// Reads a key and its colon on the current line: one of these names, or another word.
  private mutating func key(
    of names: [String], at column: Int
  ) throws(Failure) -> (name: String, end: Int, isUnknown: Bool) {
    lines.keyLine = lines.fileLine
    let text = lines.text(from: column)
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    let colon = lines.skipSpaces(from: column + name.utf8.count)
    if name.first?.isLetter == true, lines.byte(at: colon) == UInt8(ascii: ":"),
      lines.endsWord(at: colon + 1)
    {
      return (String(name), colon + 1, !names.contains(String(name)))
    }
    let expected = names.map { "'\($0):'" }.joined(separator: " or ")
    let hint = text.hasPrefix("//") ? ": a comment in YAML begins with '#'" : ""
    throw Failure(
      line: lines.fileLine, message: "expected \(expected), found \(quoted(text))\(hint)")
  }

  private mutating func scalar(
    at column: Int, parent: Int
  ) throws(Failure) -> YAMLScalarReader.Scalar {
    try YAMLScalarReader.read(&lines, at: column, parent: parent)
  }
}

/// A piece of a text for a message, shortened.
func quoted(_ text: String) -> String {
  let shown = text.prefix(40)
  return "'\(shown)\(shown.endIndex < text.endIndex ? "…" : "")'"
}
