/// Prints a JSON value in a style; like the reader, with a stack of its own.
struct JSONPrinter: ~Copyable {
  /// An array or object whose end has not been printed yet, and which element or member is next.
  private struct Open {
    let value: JSON
    var next = 0
  }

  private var output = ByteBuffer()
  private let style: JSONStyle
  private var open: [Open] = []

  init(_ style: JSONStyle) {
    self.style = style
  }

  /// The bytes printed so far.
  var bytes: [UInt8] { output.bytes }

  mutating func print(_ value: JSON) {
    begin(value)
    while let last = open.indices.last {
      let next = open[last].next
      open[last].next += 1
      switch open[last].value {
      case .array(let elements) where next < elements.count:
        separate(from: next)
        begin(elements[next])
      case .object(let object) where next < object.members.count:
        let member = object.members[next]
        separate(from: next)
        print(member.key)
        output.append(UInt8(ascii: ":"))
        if style.indent != nil { output.append(UInt8(ascii: " ")) }
        begin(member.value)
      default: end()
      }
    }
  }

  /// Prints a value, of an array or object that is not empty only the bracket.
  private mutating func begin(_ value: JSON) {
    switch value {
    case .null: output.append("null" as StaticString)
    case .bool(let value): output.append((value ? "true" : "false") as StaticString)
    case .number(let number): output.append(number.text)
    case .string(let text): print(text)
    case .array(let elements) where elements.isEmpty: output.append("[]" as StaticString)
    case .object(let object) where object.members.isEmpty: output.append("{}" as StaticString)
    case .array:
      output.append(UInt8(ascii: "["))
      open.append(Open(value: value))
    case .object:
      output.append(UInt8(ascii: "{"))
      open.append(Open(value: value))
    }
  }

  private mutating func end() {
    let last = open.removeLast()
    breakLine()
    if case .array = last.value {
      output.append(UInt8(ascii: "]"))
    } else {
      output.append(UInt8(ascii: "}"))
    }
  }

  private mutating func separate(from index: Int) {
    if index > 0 { output.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func breakLine() {
    guard let indent = style.indent else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(repeating: UInt8(ascii: " "), count: indent * open.count)
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
      if !style.escapesHTML {
        index = PlainWords.skipText(UnsafeRawBufferPointer(text), from: index)
      }
      guard index < text.count, isEscaped(text[index], at: index, of: text) else {
        index += 1
        continue
      }
      output.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      index += escape(text[index], at: index, of: text)
      start = index
    }
    if start < text.count { output.append(UnsafeBufferPointer(rebasing: text[start...])) }
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
      output.append((text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029") as StaticString)
      return 3
    default:
      output.append("\\u00" as StaticString)
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
