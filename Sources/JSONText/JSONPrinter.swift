/// Prints a JSON value in a style.
struct JSONPrinter {
  private(set) var output: [UInt8] = []
  private let style: JSONStyle

  init(_ style: JSONStyle) {
    self.style = style
  }

  mutating func print(_ value: JSON, level: Int) {
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let number): output.append(contentsOf: number.text.utf8)
    case .string(let text): print(text)
    case .array(let elements): print(elements, level: level)
    case .object(let object): print(object, level: level)
    }
  }

  private mutating func print(_ elements: [JSON], level: Int) {
    output.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(level: level + 1)
      print(element, level: level + 1)
    }
    if !elements.isEmpty { breakLine(level: level) }
    output.append(UInt8(ascii: "]"))
  }

  private mutating func print(_ object: JSONObject, level: Int) {
    output.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(level: level + 1)
      print(member.key)
      output.append(UInt8(ascii: ":"))
      if style.indent != nil { output.append(UInt8(ascii: " ")) }
      print(member.value, level: level + 1)
    }
    if !object.members.isEmpty { breakLine(level: level) }
    output.append(UInt8(ascii: "}"))
  }

  private mutating func breakLine(level: Int) {
    guard let indent = style.indent else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * level))
  }

  private mutating func print(_ text: String) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { print($0) }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func print(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard isEscaped(byte, at: index, of: text) else {
        index += 1
        continue
      }
      output.append(contentsOf: text[start..<index])
      index += escape(byte, at: index, of: text)
      start = index
    }
    output.append(contentsOf: text[start...])
  }

  private func isEscaped(_ byte: UInt8, at index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool
  {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return true }
    guard style.escapesHTML else { return false }
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "="),
      UInt8(ascii: "'"):
      return true
    case 0xE2:
      return index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
    default: return false
    }
  }

  /// Prints the escape for what stands at `index`, and says how many bytes that was.
  private mutating func escape(
    _ byte: UInt8, at index: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let letter: UInt8
    switch byte {
    case UInt8(ascii: "\n"): letter = UInt8(ascii: "n")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = byte
    case UInt8(ascii: "\t"): letter = UInt8(ascii: "t")
    case UInt8(ascii: "\r"): letter = UInt8(ascii: "r")
    case 0x08: letter = UInt8(ascii: "b")
    case 0x0C: letter = UInt8(ascii: "f")
    case 0xE2:
      output.append(contentsOf: (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
      return 3
    default:
      output.append(contentsOf: "\\u00".utf8)
      output.append(hexadecimalDigit(byte >> 4))
      output.append(hexadecimalDigit(byte & 0xF))
      return 1
    }
    output.append(UInt8(ascii: "\\"))
    output.append(letter)
    return 1
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
