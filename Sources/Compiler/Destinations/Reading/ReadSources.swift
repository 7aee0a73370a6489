import CustomTemplate
import TagManager
import TagwrightPlan

/// The sources that the code of a tag reads: by the tag's fields and the variables that they refer to, or by itself.
struct ReadSources {
  private let container: ReadContainer
  /// The values of the tag's fields.
  private let fields: [String: String]
  /// The template's words for its fields.
  private let helps: [String: String]

  /// - Parameter parameters: those of the tag, or of a variable that it has.
  init(_ parameters: [Parameter], _ template: CustomTemplate, in container: ReadContainer) {
    self.container = container
    fields = parameters.reduce(into: [:]) { $0[$1.key ?? ""] = $1.value ?? "" }
    helps = template.fields.flattened.reduce(into: [:]) { $0[$1.name] = $1.help }
  }

  /// The variable that a field has, its code behind the functions that templates share, and what that code reads.
  func variable(_ code: String) -> (name: String, lines: [String], reading: ReadSources)? {
    guard let text = fields[String(code.dropFirst("data.".count))],
      let variable = container.variable(text),
      let template = container.memberTemplate(variable.type)
    else { return nil }
    let lines = template.code.split(separator: "\n").map(String.init)
    let start = lines.lastIndex { $0.hasSuffix(" = {};") && $0.hasPrefix("const ") } ?? 0
    let reading = ReadSources(variable.parameters, template, in: container)
    return (variable.name, Array(lines[start...]), reading)
  }

  /// The sources of a list of expressions; `nil` where one of them is none.
  func sources(_ codes: [String]) -> [Source]? {
    let sources = codes.compactMap { source($0) }
    return sources.count == codes.count ? sources : nil
  }

  /// The source that an expression reads.
  func source(_ code: String) -> Source? {
    if code.hasPrefix("data.") { return field(String(code.dropFirst("data.".count))) }
    if let text = CodeText.literal(code) { return ReadContainer.source(.constant(text)) }
    if let path = argument(of: "getEventData", in: code) { return made(.eventData(path: path)) }
    if let (inside, rest) = CodeText.inside("getCookieValues(", of: code), rest == "[0]" {
      return CodeText.literal(inside).flatMap { made(.cookie(name: $0)) }
    }
    if let name = argument(of: "urlParameter", in: code) { return made(.urlParameter(name: name)) }
    if let name = argument(of: "getRequestHeader", in: code) {
      return made(.requestHeader(name: name))
    }
    if let name = argument(of: "getRequestQueryParameter", in: code) {
      return made(.queryParameter(name: name))
    }
    return table(code)
  }

  private func made(_ kind: Source.Kind) -> Source? { ReadContainer.source(kind) }

  private func argument(of function: String, in code: String) -> String? {
    guard let arguments = CodeText.arguments(of: function, in: code), arguments.count == 1 else {
      return nil
    }
    return CodeText.literal(arguments[0])
  }

  /// The value of a field: of the sources that lead there, the one that its help names.
  private func field(_ name: String) -> Source? {
    guard let text = fields[name] else { return nil }
    let sources = container.sources(of: text)
    let help = helps[name] ?? ""
    return sources.first { help.hasSuffix("omes from \($0.shownText).") } ?? sources.first
  }

  /// A table inside the code, where it has no name: the digits of its code stand for one.
  private func table(_ code: String) -> Source? {
    func name(_ rows: [TableRow], _ fallback: String?) -> String {
      container.tableName(rows, fallback) ?? "Table \(StableHash.digits(of: code))"
    }
    if let arguments = CodeText.arguments(of: "lookup", in: code), arguments.count >= 2,
      let input = source(arguments[0]), let rows = rows(arguments[1])
    {
      let fallback = arguments.count > 2 ? CodeText.literal(arguments[2]) : nil
      return made(
        .lookupTable(
          LookupTable(
            name: name(rows, fallback), input: input, rows: rows, fallback: fallback)))
    }
    guard let arguments = CodeText.arguments(of: "lookupRegex", in: code), arguments.count >= 3,
      let input = source(arguments[0]), let flags = CodeText.literal(arguments[1]),
      let rows = rows(arguments[2])
    else { return nil }
    let fallback = arguments.count > 3 ? CodeText.literal(arguments[3]) : nil
    let whole = rows.compactMap { row -> TableRow? in
      guard row.input.hasPrefix("^(?:"), row.input.hasSuffix(")$") else { return nil }
      return TableRow(input: String(row.input.dropFirst(4).dropLast(2)), output: row.output)
    }
    let matchesWhole = whole.count == rows.count
    let plain = matchesWhole ? whole : rows
    return made(
      .regexTable(
        RegexTable(
          name: name(plain, fallback), input: input, rows: plain, fallback: fallback,
          ignoresCase: flags == "i", matchesWhole: matchesWhole)))
  }

  private func rows(_ code: String) -> [TableRow]? {
    guard let elements = CodeText.elements(of: code) else { return nil }
    let rows = elements.compactMap { element -> TableRow? in
      guard let texts = CodeText.literals(element), texts.count == 2 else { return nil }
      return TableRow(input: texts[0], output: texts[1])
    }
    return rows.count == elements.count ? rows : nil
  }
}
