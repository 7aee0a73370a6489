import TagwrightPlan

/// The fields of one tag, and how its code reads what they hold.
struct TagFields {
  /// A field that refers to a variable or holds a constant.
  struct Field {
    let name: String
    /// The name of what it holds: that of the first field of several.
    let base: String
    let label: String
    let group: Member.Group
    let source: Source
    /// Whether it is taken only where the fields of its name above have no usable value.
    let isFurtherChoice: Bool

    /// The origin of the field's value, for the person who opens the tag.
    var help: String {
      isFurtherChoice
        ? "Taken where the fields above have no usable value; comes from \(source.shownText)."
        : "Comes from \(source.shownText)."
    }
  }

  private struct Key: Hashable {
    let base: String
    let source: Source
  }

  private let style: SourceStyle
  /// Whether the code reads its sources itself.
  var isInline: Bool { style == .inline }
  private let taken: Set<String>
  private(set) var fields: [Field] = []
  private var expressions: [Key: String] = [:]
  private var counts: [String: Int] = [:]

  /// - Parameter taken: the names of the template's own fields.
  init(style: SourceStyle, taken: [String] = []) {
    self.style = style
    self.taken = Self.taken.union(taken)
  }

  /// The code that reads a source: a field of the tag, or the sandbox's API where reads are inline.
  ///
  /// - Parameters:
  ///   - base: the field's name; a second source of the same name gets `_2` behind it, and so on.
  ///   - label: what a person reads above the field.
  ///   - group: the heading below which it stands.
  mutating func read(
    _ source: Source, as base: String, label: String, in group: Member.Group
  ) -> String {
    if isInline, let code = InlineRead.code(for: source) { return code }
    let base = fieldName(base)
    let key = Key(base: base, source: source)
    if let known = expressions[key] { return known }
    let count = counts[base, default: 0] + 1
    counts[base] = count
    let name = count == 1 ? base : "\(base)_\(count)"
    fields.append(
      Field(
        name: name, base: base, label: count == 1 ? label : "\(label), choice \(count)",
        group: group, source: source, isFurtherChoice: count > 1))
    expressions[key] = "data.\(name)"
    return "data.\(name)"
  }

  /// The field that holds a source, where one does.
  func field(for source: Source, base: String) -> Field? {
    let key = Key(base: fieldName(base), source: source)
    guard let code = expressions[key] else { return nil }
    return fields.first { "data.\($0.name)" == code }
  }

  /// The name of the field for the variable that says whether there is consent.
  static let consent = "consent"

  /// Names that a template's own fields and groups have, and those that the sandbox adds to the data.
  private static let taken: Set<String> = [
    "setup", "event", TagTemplate.markField, "consent_policy", "default_country_code",
    "access_token", "test_event_code",
    "gtmOnSuccess",
    "gtmOnFailure", "gtmTagId", "gtmEventId",
  ]

  /// A name that a template accepts for a field: a letter, then letters, digits and underscores.
  private func fieldName(_ base: String) -> String {
    // Bytes, not characters: every value of every event comes by here.
    let bytes = base.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": UInt8(truncatingIfNeeded: scalar.value)
      default: UInt8(ascii: "_")
      }
    }
    let name = String(decoding: bytes, as: UTF8.self)
    let startsWithLetter = bytes.first.map { $0 >= UInt8(ascii: "A") && $0 != UInt8(ascii: "_") }
    guard startsWithLetter == true, !taken.contains(name), !name.hasPrefix("group_")
    else { return "field_\(name)" }
    return name
  }
}

/// Code that reads a source inside the template.
enum InlineRead {
  /// The expression; `nil` for what only a variable of Tag Manager can give.
  static func code(for source: Source) -> String? {
    switch source.kind {
    case .eventData(let path): return call("getEventData", path)
    case .cookie(let name): return call("getCookieValues", name) + "[0]"
    case .urlParameter(let name): return call("urlParameter", name)
    case .requestHeader(let name): return call("getRequestHeader", name)
    case .queryParameter(let name): return call("getRequestQueryParameter", name)
    case .constant(let text): return JavaScript.literal(text)
    case .variable, .builtIn, .firstOf: return nil
    case .lookupTable(let table):
      guard let input = code(for: table.input) else { return nil }
      return "lookup(\(input), \(rows(table.rows))\(fallback(table.fallback)))"
    case .regexTable(let table):
      guard let input = code(for: table.input) else { return nil }
      let flags = JavaScript.literal(table.ignoresCase ? "i" : "")
      let patterns =
        table.matchesWhole
        ? table.rows.map { TableRow(input: "^(?:\($0.input))$", output: $0.output) } : table.rows
      return "lookupRegex(\(input), \(flags), \(rows(patterns))\(fallback(table.fallback)))"
    }
  }

  private static func call(_ name: String, _ argument: String) -> String {
    "\(name)(\(JavaScript.literal(argument)))"
  }

  private static func rows(_ rows: [TableRow]) -> String {
    "[" + rows.map { JavaScript.list([$0.input, $0.output]) }.joined(separator: ", ") + "]"
  }

  private static func fallback(_ text: String?) -> String {
    text.map { ", \(JavaScript.literal($0))" } ?? ""
  }
}
