/// Reads the escapes of a string literal.
enum StringLiteral {
  /// Reads the contents between the quotes: text, or UTF-16 units where an escape is half a
  /// character.
  static func read(_ bytes: ArraySlice<UInt8>, at position: SourcePosition) throws(SyntaxError)
    -> Expression.Kind
  {
    guard bytes.contains(UInt8(ascii: "\\")) else {
      return .string(String(decoding: bytes, as: UTF8.self))
    }
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var index = bytes.startIndex
    func flush() {
      units.append(contentsOf: String(decoding: plain, as: UTF8.self).utf16)
      plain.removeAll(keepingCapacity: true)
    }
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      index += 2
      switch escape {
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "b"): plain.append(0x08)
      case UInt8(ascii: "f"): plain.append(0x0C)
      case UInt8(ascii: "v"): plain.append(0x0B)
      case 0x0A: break
      case 0x0D: if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
      case UInt8(ascii: "x"), UInt8(ascii: "u"):
        guard let value = codePoint(bytes, &index, escape) else {
          throw SyntaxError(
            escape == UInt8(ascii: "x")
              ? "'\\x' in this string needs two hexadecimal digits"
              : "'\\u' in this string needs four hexadecimal digits", at: position)
        }
        flush()
        if value > 0xFFFF {
          units.append(UInt16(truncatingIfNeeded: 0xD800 + (value - 0x10000) >> 10))
          units.append(UInt16(truncatingIfNeeded: 0xDC00 + (value - 0x10000) & 0x3FF))
        } else {
          units.append(UInt16(truncatingIfNeeded: value))
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard escape == UInt8(ascii: "0"), index == bytes.endIndex || !bytes[index].isDigit else {
          throw SyntaxError(
            "sandboxed JavaScript has no octal escapes; write '\\x' and two hexadecimal digits",
            at: position)
        }
        plain.append(0)
      default: plain.append(escape)
      }
    }
    flush()
    let text = String(decoding: units, as: UTF16.self)
    return text.utf16.elementsEqual(units) ? .string(text) : .illFormedString(units)
  }

  private static func codePoint(
    _ bytes: ArraySlice<UInt8>, _ index: inout Int, _ escape: UInt8
  ) -> UInt32? {
    var value: UInt32 = 0
    if escape == UInt8(ascii: "u"), index < bytes.endIndex, bytes[index] == UInt8(ascii: "{") {
      index += 1
      let start = index
      while index < bytes.endIndex, let digit = digit(bytes[index]) {
        value = value << 4 | digit
        guard value <= 0x10FFFF else { return nil }
        index += 1
      }
      guard index > start, index < bytes.endIndex, bytes[index] == UInt8(ascii: "}") else {
        return nil
      }
      index += 1
      return value
    }
    for _ in 0..<(escape == UInt8(ascii: "x") ? 2 : 4) {
      guard index < bytes.endIndex, let digit = digit(bytes[index]) else { return nil }
      value = value << 4 | digit
      index += 1
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    guard byte.isHexadecimalDigit else { return nil }
    return UInt32(byte.isDigit ? byte & 0x0F : (byte & 0x0F) + 9)
  }
}
