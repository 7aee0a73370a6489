/// The event names in a file: one a line, or the first column of a table such as Google Analytics exports.
package struct EventNames: Hashable, Sendable {
  /// How many there may be; Google Analytics counts 500 for a property.
  package static let limit = 1_000

  /// Each once, in the order in which they were written.
  package let names: [String]

  /// Reads a file.
  ///
  /// Lines that begin with `#` are comments, fields may stand in double quotes, and a first line such as
  /// `Event name,Event count` is a heading.
  ///
  /// - Throws: where there are none or too many, and for a line that is an assignment.
  package init(reading bytes: [UInt8], file: String) throws(CommandError) {
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    guard !text.unicodeScalars.contains("\0"), !text.unicodeScalars.contains("\u{FFFD}") else {
      throw CommandError("'\(file)' is no text in UTF-8", notes: ["export it as CSV"])
    }
    var names: [String] = []
    var seen: Set<String> = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let name = Self.firstField(of: line)
      guard !name.isEmpty, !name.hasPrefix("#") else { continue }
      // Whoever names a file of secrets by mistake finds none of them in a plan.
      guard !name.contains("=") else {
        throw CommandError(
          "\(file):\(index + 1): there is a '=' on the line, which no event's name has",
          notes: ["write one name a line, such as 'purchase'"])
      }
      if names.isEmpty, Self.headings.contains(name.lowercased()) { continue }
      if seen.insert(name).inserted { names.append(name) }
    }
    guard !names.isEmpty else {
      throw CommandError(
        "'\(file)' names no event", notes: ["write one name a line, such as 'purchase'"])
    }
    guard names.count <= Self.limit else {
      throw CommandError(
        "'\(file)' names \(names.count) events", notes: ["\(Self.limit) are the most"])
    }
    self.names = names
  }

  private static let headings: Set<String> = [
    "event", "events", "event name", "event_name", "eventname", "name",
  ]

  private static func firstField(of line: Substring) -> String {
    let line = line.drop(while: \.isWhitespace)
    guard line.first == "\"" else {
      let field = line.prefix { !",;\t".contains($0) }
      return String(field.trimmed)
    }
    var field = ""
    var rest = line.dropFirst()
    while let character = rest.popFirst() {
      if character == "\"" {
        // A quote inside a quoted field is doubled (RFC 4180).
        guard rest.first == "\"" else { break }
        rest.removeFirst()
      }
      field.append(character)
    }
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
