import JSONText

/// The times of logs.
package enum LogTime {
  /// Milliseconds since 1970 of a value of a log; `nil` for what is not a time.
  ///
  /// Read are RFC 3339, also with a blank in the place of the `T` and with ` UTC` at the end, the time of access logs
  /// (`05/Jan/2026:10:15:00 +0000`), and seconds, milliseconds, microseconds and nanoseconds since 1970, which tell
  /// themselves apart by their size.
  package static func milliseconds(of text: String?) -> Double? {
    guard var text, !text.isEmpty else { return nil }
    return text.withUTF8 { bytes in
      var reader = Reader(bytes)
      return reader.time()
    }
  }

  /// The same of a member of a JSON object.
  static func milliseconds(of value: JSON?) -> Double? {
    milliseconds(of: value?.string ?? value?.number?.text)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private struct Reader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
      if bytes.first == UInt8(ascii: "[") { index = 1 }
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ characters: StaticString) -> Bool {
      guard let next,
        (0..<characters.utf8CodeUnitCount).contains(where: {
          characters.utf8Start[$0] == next
        })
      else { return false }
      index += 1
      return true
    }

    /// So many digits.
    private mutating func number(_ count: Int) -> Int? {
      guard index + count <= bytes.count else { return nil }
      var number = 0
      for byte in bytes[index..<index + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      index += count
      return number
    }

    mutating func time() -> Double? {
      let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }.count
      if digits == 2 { return accessLogTime() }
      if digits == 4, index + 4 < bytes.count, bytes[index + 4] == UInt8(ascii: "-") {
        return standardTime()
      }
      guard let number = Double(String(decoding: bytes, as: UTF8.self)), number > 0 else {
        return nil
      }
      switch number {
      case ..<1e11: return (number * 1e3).rounded(.down)
      case ..<1e14: return number.rounded(.down)
      case ..<1e17: return (number / 1e3).rounded(.down)
      case ..<1e20: return (number / 1e6).rounded(.down)
      default: return nil
      }
    }

    private mutating func standardTime() -> Double? {
      guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2)
      else { return nil }
      guard take("Tt ") else { return Self.time(year, month, day, 0) }
      return clock().flatMap { Self.time(year, month, day, $0) }
    }

    private mutating func accessLogTime() -> Double? {
      guard let day = number(2), take("/"), index + 3 <= bytes.count else { return nil }
      let name = String(decoding: bytes[index..<index + 3], as: UTF8.self)
      guard let place = LogTime.months.firstIndex(of: name) else { return nil }
      index += 3
      guard take("/"), let year = number(4), take(":") else { return nil }
      return clock().flatMap { Self.time(year, place + 1, day, $0) }
    }

    /// Milliseconds since midnight in UTC.
    private mutating func clock() -> Double? {
      guard let hour = number(2), take(":"), let minute = number(2) else { return nil }
      let second = take(":") ? number(2) : 0
      guard let second, hour < 24, minute < 60, second <= 60 else { return nil }
      var milliseconds = Double((hour * 60 + minute) * 60 + second) * 1e3
      if take(".,") {
        var unit = 100.0
        while let digit = number(1) {
          milliseconds += Double(digit) * unit
          unit /= 10
        }
      }
      _ = take(" ")
      if let next, next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
        let isEast = take("+") || !take("-")
        guard let hours = number(2) else { return nil }
        _ = take(":")
        let offset = Double(hours * 60 + (number(2) ?? 0)) * 60e3
        milliseconds += isEast ? -offset : offset
      }
      return milliseconds.rounded(.down)
    }

    private static func time(
      _ year: Int, _ month: Int, _ day: Int, _ milliseconds: Double
    ) -> Double? {
      guard (1...12).contains(month), (1...31).contains(day) else { return nil }
      // Years begin in March here, so that the leap day is a year's last.
      let (years, months) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
      let days = 365 * years + years / 4 - years / 100 + years / 400
      let number: Int = days + (153 * months + 2) / 5 + day - 719_469
      return Double(number) * 86_400_000 + milliseconds
    }
  }
}
