extension JavaScriptNumber {
  /// The number that a text stands for, as `Number(text)` has it (ECMA-262, StringToNumber).
  ///
  /// White space around it is skipped, the empty text is 0, `0x`, `0o` and `0b` are understood;
  /// NaN where the text is not a number.
  package static func value(_ text: String) -> Double {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isWhiteSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isWhiteSpace(last) { scalars.removeLast() }
    let trimmed = Substring(scalars).utf8
    guard let first = trimmed.first else { return 0 }
    if trimmed.count <= 15, let small = smallInteger(trimmed) { return small }
    if first == UInt8(ascii: "0"), let second = trimmed.dropFirst().first {
      switch second | 0x20 {
      case UInt8(ascii: "x"): return powerOfTwoRadix(trimmed.dropFirst(2), bits: 4)
      case UInt8(ascii: "o"): return powerOfTwoRadix(trimmed.dropFirst(2), bits: 3)
      case UInt8(ascii: "b"): return powerOfTwoRadix(trimmed.dropFirst(2), bits: 1)
      default: break
      }
    }
    return decimal(trimmed)
  }

  /// Digits alone, few enough that no rounding is needed.
  private static func smallInteger(_ digits: Substring.UTF8View) -> Double? {
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit & 15)
    }
    return Double(value)
  }

  private static func decimal(_ text: Substring.UTF8View) -> Double {
    var rest = text
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("Infinity".utf8) { return isNegative ? -.infinity : .infinity }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return .nan }
    var exponent = ""
    if let e = rest.first, e | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") { exponent = "-" }
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      let digits = rest.prefix(while: isDigit)
      guard !digits.isEmpty else { return .nan }
      exponent += String(decoding: digits, as: UTF8.self)
      rest = rest.dropFirst(digits.count)
    }
    guard rest.isEmpty else { return .nan }
    let size = nearest(whole: whole, fraction: fraction, exponent: exponent)
    return isNegative ? -size : size
  }

  private static func nearest(
    whole: Substring.UTF8View, fraction: Substring.UTF8View, exponent: String
  ) -> Double {
    var text = "0" + String(decoding: whole, as: UTF8.self)
    text += "." + String(decoding: fraction, as: UTF8.self) + "0"
    if !exponent.isEmpty { text += "e" + exponent }
    return Double(text) ?? .nan
  }

  /// Digits of a radix of 2, 8 or 16, rounded once at the end.
  private static func powerOfTwoRadix(_ digits: Substring.UTF8View, bits: Int) -> Double {
    guard !digits.isEmpty else { return .nan }
    var significand: UInt64 = 0
    var (dropped, sticky) = (0, false)
    for digit in digits {
      guard let value = Hexadecimal.value(of: digit), value < 1 << bits else { return .nan }
      if significand >> (60 - UInt64(bits)) == 0 {
        significand = significand << UInt64(bits) | UInt64(value)
      } else {
        dropped = min(dropped + bits, 4_096)
        sticky = sticky || value != 0
      }
    }
    if sticky { significand |= 1 }
    return Double(sign: .plus, exponent: dropped, significand: Double(significand))
  }

  private static func isDigit(_ character: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= character
  }
}
