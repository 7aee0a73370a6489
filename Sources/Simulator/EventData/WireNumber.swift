import SandboxedJS

/// A number on the wire: digits with an optional sign, fraction and exponent, nothing else.
enum WireNumber {
  /// The number; the text as it is for anything else, `10,99`, `NaN` and numbers too large for a double included, so
  /// that one bad number leaves the rest of its hit readable.
  static func value(
    _ text: String, of parameter: String, _ note: (String) -> Void
  ) -> ScriptValue {
    if let integer = integer(text.utf8) { return .number(Double(integer)) }
    guard isNumber(text.utf8), let value = Double(text), value.isFinite else {
      note("'\(parameter)' is not a number: '\(text.shortened)'; it is taken as text")
      return .string(text)
    }
    return .number(value)
  }

  /// The value of a few digits and nothing else, as most numbers are; `nil` for any other text.
  private static func integer(_ digits: String.UTF8View) -> Int? {
    guard (1...15).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit & 0x0F)
    }
    return value
  }

  private static func isNumber(_ bytes: String.UTF8View) -> Bool {
    var rest = bytes[...]
    func digits() -> Int {
      let start = rest.count
      rest = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return start - rest.count
    }
    func take(_ choices: StaticString) -> Bool {
      let isThere = rest.first.map { byte in
        choices.withUTF8Buffer { $0.contains(byte) }
      }
      if isThere == true { rest = rest.dropFirst() }
      return isThere == true
    }
    _ = take("-+")
    let whole = digits()
    let fraction = take(".") ? digits() : 0
    guard whole + fraction > 0 else { return false }
    if take("eE") {
      _ = take("-+")
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
