extension ScriptPrinter {
  mutating func write(number value: Double) {
    if value.isNaN {
      put("0")
      put("/")
      put("0")
    } else if value.sign == .minus {
      put("-")
      write(number: -value)
    } else {
      put(text(number: value))
    }
  }

  /// A number that is not negative, in few characters.
  func text(number value: Double) -> String {
    guard value.isFinite else { return "1e999" }
    let text = JavaScriptNumber.text(value).filter { $0 != "+" }
    guard style == .compact else { return text }
    let parts = text.split(separator: "e", maxSplits: 1)
    let decimal = parts[0].split(separator: ".", maxSplits: 1)
    var exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    if decimal.count == 2 { exponent -= decimal[1].count }
    var digits = decimal.joined().drop { $0 == "0" }
    while digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    let plain = text.hasPrefix("0.") ? text.dropFirst() : text[...]
    let scientific = "\(digits)e\(exponent)"
    return !digits.isEmpty && scientific.count < plain.count ? scientific : String(plain)
  }

  mutating func write(string text: String) {
    write(units: Array(text.utf16))
  }

  /// Writes a string between the quotes that need fewer escapes, single ones if both do.
  mutating func write(units: [UInt16]) {
    let single = units.count { $0 == 0x27 }
    let double = units.count { $0 == 0x22 }
    let quote: UInt16 = double < single ? 0x22 : 0x27
    var escaped: [UInt16] = [quote]
    for (index, unit) in units.enumerated() {
      let next = index + 1 < units.count ? units[index + 1] : 0
      switch unit {
      case quote, 0x5C: escaped += [0x5C, unit]
      case 0x0A: escaped += "\\n".utf16
      case 0x0D: escaped += "\\r".utf16
      case 0x09: escaped += "\\t".utf16
      case 0x00 where !(0x30...0x39).contains(next): escaped += "\\0".utf16
      case ..<0x20, 0x7F: escaped += ("\\x" + Self.hexadecimal(unit, digits: 2)).utf16
      case 0x2028, 0x2029, 0xFEFF: escaped += ("\\u" + Self.hexadecimal(unit, digits: 4)).utf16
      case 0xD800...0xDBFF where !(0xDC00...0xDFFF).contains(next):
        escaped += ("\\u" + Self.hexadecimal(unit, digits: 4)).utf16
      case 0xDC00...0xDFFF where index == 0 || !(0xD800...0xDBFF).contains(units[index - 1]):
        escaped += ("\\u" + Self.hexadecimal(unit, digits: 4)).utf16
      default: escaped.append(unit)
      }
    }
    escaped.append(quote)
    put(String(decoding: escaped, as: UTF16.self))
  }

  private static func hexadecimal(_ unit: UInt16, digits: Int) -> String {
    let text = String(unit, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(digits - text.count, 0)) + text
  }

  /// Writes a key of an object, in quotes where it is not a word and no small number.
  mutating func write(key: String) {
    let isNumber =
      key.utf8.allSatisfy(\.isDigit) && key.utf8.count <= 15
      && (key == "0" || key.utf8.first != UInt8(ascii: "0"))
    if Self.isWord(key) || isNumber && !key.isEmpty { put(key) } else { write(string: key) }
  }

  /// Whether a text is read as one word.
  static func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isWordPart, !first.isDigit else { return false }
    return text.utf8.allSatisfy(\.isWordPart)
  }
}
