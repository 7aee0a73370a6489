import Diagnostics

/// A file `.env`: values that stand beside the plan and not in git.
///
/// A line is `NAME=value`, also `export NAME=value`; `#` begins a comment, at the start of a line or after a space.
/// In single quotes everything stands for itself, in double quotes `\n`, `\t`, `\"`, `\\` and `\$` are
/// replaced; nothing else is, no variable and no command. Errors name the line and never show what is on it.
package struct EnvironmentFile: Sendable {
  /// The name of the file, beside `Package.swift`.
  package static let name = ".env"

  /// The value of each name; the last one counts.
  package let values: [String: String]

  /// Reads a file.
  ///
  /// - Throws: for a line that is not an assignment.
  package init(reading bytes: [UInt8], file: String) throws(CommandError) {
    var values: [String: String] = [:]
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      start = end + 1
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      do throws(Problem) {
        guard let (name, value) = try Self.assignment(Substring(decoding: line, as: UTF8.self))
        else { continue }
        values[name] = value
      } catch {
        throw CommandError(
          "\(file):\(number): \(error.rawValue)", notes: ["a line is NAME=value, or a comment: # …"]
        )
      }
    }
    self.values = values
  }

  /// The problems that a line can have.
  private enum Problem: String, Error {
    case invalidText = "the line is not valid UTF-8"
    case noAssignment = "there is no '=' on the line"
    case noName =
      "what is before '=' is not a name: letters, digits and '_', not beginning with a digit"
    case spaceAfterSign =
      "there is a space after '='; a value that begins with one stands in quotes"
    case openQuote = "a quote is not closed"
    case textAfterQuote = "something follows the closing quote"
  }

  private static func assignment(
    _ line: Substring
  ) throws(Problem) -> (name: String, value: String)? {
    guard !line.unicodeScalars.contains("\u{FFFD}") else { throw .invalidText }
    var line = line.drop(while: \.isWhitespace)
    guard !line.isEmpty, line.first != "#" else { return nil }
    if line.hasPrefix("export ") { line = line.dropFirst(7).drop(while: \.isWhitespace) }
    guard let sign = line.firstIndex(of: "=") else { throw .noAssignment }
    var name = line[..<sign]
    while name.last?.isWhitespace == true { name.removeLast() }
    guard isName(name) else { throw .noName }
    return (String(name), try value(line[line.index(after: sign)...]))
  }

  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
  }

  private static func value(_ text: Substring) throws(Problem) -> String {
    switch text.first {
    case "'", "\"": return try quoted(text)
    case let first? where first.isWhitespace:
      // A comment may follow an empty value.
      let rest = text.drop(while: \.isWhitespace)
      guard rest.isEmpty || rest.first == "#" else { throw .spaceAfterSign }
      return ""
    default: break
    }
    var value = text
    var previous: Character = " "
    for index in text.indices {
      if text[index] == "#", previous.isWhitespace, index != text.startIndex {
        value = text[..<index]
        break
      }
      previous = text[index]
    }
    while value.last?.isWhitespace == true { value.removeLast() }
    return String(value)
  }

  private static func quoted(_ text: Substring) throws(Problem) -> String {
    var scalars = text.unicodeScalars
    let quote = scalars.removeFirst()
    var value = String.UnicodeScalarView()
    while let scalar = scalars.popFirst() {
      if scalar == quote {
        let rest = Substring(scalars).drop(while: \.isWhitespace)
        guard rest.isEmpty || rest.first == "#" else { throw .textAfterQuote }
        return String(value)
      }
      guard scalar == "\\", quote == "\"", let next = scalars.first else {
        value.append(scalar)
        continue
      }
      scalars.removeFirst()
      switch next {
      case "n": value.append("\n")
      case "t": value.append("\t")
      case "\"", "\\", "$": value.append(next)
      default:
        value.append(scalar)
        value.append(next)
      }
    }
    throw .openQuote
  }
}
