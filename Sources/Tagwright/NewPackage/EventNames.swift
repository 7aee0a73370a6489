import Adoption

/// The event names in a file: one a line, or the first column of a table such as Google Analytics exports.
package struct EventNames: Hashable, Sendable {
  /// The maximum number of names; Google Analytics counts 500 for a property.
  package static let limit = 1_000

  /// Each once, in the order in which they were written.
  package let names: [String]
  /// The lines that were left out, with the reason: `events.csv:1: 'Event name' is a heading`.
  package let skipped: [String]

  /// Reads a file.
  ///
  /// Lines that begin with `#` are comments, and fields may stand in double quotes. A first line whose second field is
  /// no number, though others' are, is a heading in whatever language; so is a known one. A line with the sum of all
  /// others is a total.
  ///
  /// - Throws: where there are none or too many, and for a line that is an assignment.
  package init(reading bytes: [UInt8], file: String) throws(CommandError) {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    guard !text.unicodeScalars.contains("\0"), !text.unicodeScalars.contains("\u{FFFD}") else {
      throw CommandError("'\(file)' is not text in UTF-8", notes: ["export it as CSV"])
    }
    var rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { EventRow($0.element, line: $0.offset + 1) }
      .filter { !$0.name.isEmpty && !$0.name.hasPrefix("#") }
    // Whoever names a file of secrets by mistake finds none of them in a plan.
    if let row = rows.first(where: { $0.name.contains("=") }) {
      throw CommandError(
        "\(file):\(row.line): there is a '=' on the line, which no event's name has",
        notes: ["write one name a line, such as 'purchase'"])
    }
    var skipped: [String] = []
    if let first = rows.first, first.isHeading(above: rows.dropFirst()) {
      skipped.append("\(file):\(first.line): '\(first.shownName)' is a heading")
      rows.removeFirst()
    }
    let sum = rows.reduce(0.0) { $0 + ($1.count ?? 0) }
    let count = rows.count
    rows.removeAll { row in
      guard row.isTotal(ofAll: sum, rowCount: count) else { return false }
      skipped.append("\(file):\(row.line): '\(row.shownName)' is a total")
      return true
    }
    var seen: Set<String> = []
    let names = rows.map(\.name).filter { seen.insert($0).inserted }
    guard !names.isEmpty else {
      throw CommandError(
        "'\(file)' names no event", notes: ["write one name a line, such as 'purchase'"])
    }
    guard names.count <= Self.limit else {
      throw CommandError(
        "'\(file)' names \(names.count) events", notes: ["\(Self.limit) are the most"])
    }
    self.names = names
    self.skipped = skipped
  }
}

/// A line of the file: a name, and what stands beside it.
private struct EventRow {
  let line: Int
  let name: String
  /// The second field; `nil` where there is none.
  let second: String?

  init(_ text: Substring, line: Int) {
    self.line = line
    var rest = text
    name = Self.field(of: &rest)
    second = rest.popFirst() == nil ? nil : Self.field(of: &rest)
  }

  /// The number of times the event occurred, where the second field says so.
  var count: Double? {
    guard let second else { return nil }
    // Digits are grouped by points, commas, apostrophes or spaces, as the language has it.
    let digits = second.unicodeScalars.filter { ("0"..."9").contains($0) }
    let isNumber = second.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || ".,'’%+-".unicodeScalars.contains($0)
        || $0.properties.isWhitespace
    }
    return isNumber ? Double(String(String.UnicodeScalarView(digits))) : nil
  }

  /// The name for a note: of one line, and not endless.
  var shownName: String { SwiftText.escaped(String(name.prefix(60))) }

  func isHeading(above rows: ArraySlice<EventRow>) -> Bool {
    if Self.headings.contains(name.lowercased()) { return true }
    guard let second, !second.isEmpty, count == nil else { return false }
    return rows.contains { $0.count != nil }
  }

  func isTotal(ofAll sum: Double, rowCount: Int) -> Bool {
    guard let count else { return false }
    if Self.totals.contains(name.lowercased()) { return true }
    return rowCount > 2 && count > 0 && count * 2 == sum
  }

  private static let headings: Set<String> = [
    "event", "events", "event name", "event_name", "eventname", "name", "ereignis", "ereignisname",
    "nom de l'événement", "nombre del evento", "nome evento", "nome do evento", "gebeurtenisnaam",
    "nazwa zdarzenia",
  ]

  private static let totals: Set<String> = [
    "total", "totals", "grand total", "sum", "gesamt", "gesamtsumme", "insgesamt", "summe",
    "total général", "total general", "totale", "totaal", "suma",
  ]

  /// Takes a field; what ends it stays.
  private static func field(of rest: inout Substring) -> String {
    rest = rest.drop { $0.isWhitespace && $0 != "\t" }
    guard rest.first == "\"" else {
      let field = rest.prefix { !",;\t".contains($0) }
      rest = rest.dropFirst(field.count)
      return String(field.trimmed)
    }
    var field = ""
    rest.removeFirst()
    while let character = rest.popFirst() {
      if character == "\"" {
        // A quote inside a quoted field is doubled (RFC 4180).
        guard rest.first == "\"" else { break }
        rest.removeFirst()
      }
      field.append(character)
    }
    rest = rest.drop { !",;\t".contains($0) }
    return String(field[...].trimmed)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
