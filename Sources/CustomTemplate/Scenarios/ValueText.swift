import JSONText
package import SandboxedJS

/// A script's value as text for a person.
package struct ValueText {
  private let value: ScriptValue

  /// The number of characters that fit on a line beside the name of a property.
  private static let width = 80
  /// Of a long text, so many characters around the first difference are enough.
  private static let context = 30

  /// Takes a value.
  package init(_ value: ScriptValue) { self.value = value }

  /// The value on one line, its end left out where it is long.
  package var shortened: String { Self.line(value, width: Self.width).text }

  /// The value on one line if it fits, else with a line for each part, and how deep each line is.
  func lines(_ label: String) -> [(depth: Int, text: String)] {
    var lines: [(depth: Int, text: String)] = []
    Self.append(value, label, 0, &lines)
    return lines
  }

  private static func append(
    _ value: ScriptValue, _ label: String, _ depth: Int, _ lines: inout [(depth: Int, text: String)]
  ) {
    let line = line(value, width: width)
    switch value {
    case .array(let elements) where !line.isWhole:
      lines.append((depth, label + "["))
      for element in elements.prefix(width) { append(element, "", depth + 1, &lines) }
      lines.append((depth, "]"))
    case .object(let members) where !line.isWhole:
      lines.append((depth, label + "{"))
      for member in members.prefix(width) {
        append(member.value, key(member.key) + ": ", depth + 1, &lines)
      }
      lines.append((depth, "}"))
    default: lines.append((depth, label + self.line(value, width: 4 * width).text))
    }
  }

  /// The value on one line, up to a width, and whether all of it is there.
  private static func line(_ value: ScriptValue, width: Int) -> (text: String, isWhole: Bool) {
    var text = ""
    write(value, &text, width)
    return text.count > width ? (text.prefix(width) + "…", false) : (text, true)
  }

  /// Appends the value, but not much more than the width: a value can be of any size.
  private static func write(_ value: ScriptValue, _ text: inout String, _ width: Int) {
    guard text.utf8.count <= 4 * width else { return }
    switch value {
    case .array(let elements):
      text += "["
      for (index, element) in elements.prefix(width).enumerated() {
        if index > 0 { text += ", " }
        write(element, &text, width)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.prefix(width).enumerated() {
        text += (index > 0 ? ", " : "") + key(member.key) + ": "
        write(member.value, &text, width)
      }
      text += "}"
    case .string(let string) where string.utf8.count > 8 * width:
      text += JSON.string(String(string.prefix(2 * width))).text(.compact)
    default: text += value.description
    }
  }

  /// The name of a property as an object literal has it.
  static func key(_ key: String) -> String {
    let isName = key.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
    return isName && !key.isEmpty ? key : JSON.string(key).text(.compact)
  }

  /// The object or array that a text is the JSON of.
  static func json(_ text: String) -> ScriptValue? {
    guard let first = text.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let json = try? JSON.read(text, JSONReadOptions())
    else { return nil }
    return ScriptValue(json)
  }

  /// Two different texts in quotes; of long ones only what is around the first difference.
  static func difference(_ first: String, _ second: String) -> (String, String) {
    let common = zip(first, second).prefix { $0 == $1 }.count
    func part(_ text: String) -> String {
      let start = text.count > 2 * width && common > 2 * context ? common - context : 0
      let end = text.count - start > 2 * width ? max(common, start) + width : text.count
      let shown = text.dropFirst(start).prefix(end - start)
      return (start > 0 ? "…" : "") + JSON.string(String(shown)).text(.compact)
        + (end < text.count ? "…" : "")
    }
    return (part(first), part(second))
  }
}
