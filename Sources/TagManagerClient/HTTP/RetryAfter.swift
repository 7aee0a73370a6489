/// The wait that a server asks for in a `Retry-After` header (RFC 9110 section 10.2.3).
package enum RetryAfter {
  /// Reads seconds (`120`) or a date (`Wed, 21 Oct 2026 07:28:00 GMT`); `nil` for anything else.
  ///
  /// A date in the past is no wait; more than a day is a day.
  package static func read(_ value: String, unixSeconds now: Int) -> Duration? {
    let trimmed = value.filter { $0 != " " }
    if !trimmed.isEmpty, trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return .seconds(min(Int(trimmed) ?? day, day))
    }
    guard let then = unixSeconds(ofDate: value) else { return nil }
    return .seconds(min(max(then - now, 0), day))
  }

  private static let day = 86_400
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func unixSeconds(ofDate text: String) -> Int? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT",
      let dayOfMonth = Int(parts[1]), (1...31).contains(dayOfMonth),
      let month = months.firstIndex(of: String(parts[2])),
      let year = Int(parts[3]), (1970...9999).contains(year)
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    let days = daysSince1970(year: year, month: month + 1, day: dayOfMonth)
    return days * day + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }

  /// Counts days with the year beginning in March, so that the leap day comes last.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}
