/// A version that a destination's requests name, and the day on which it stops being answered.
struct APIVersion: Sendable {
  let name: String
  let end: CalendarDay
  /// So many days before its end it is time for the next one.
  let notice: Int
  /// The basis for estimating the day, where its vendor has named none.
  var estimate: String?
}

/// A day of the calendar that most of the world uses.
package struct CalendarDay: Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int

  /// The day of a moment, in milliseconds since 1970, in UTC.
  package init(milliseconds: Double) { number = Int((milliseconds / 86_400_000).rounded(.down)) }

  /// A day by its year, month and day.
  package init(_ year: Int, _ month: Int, _ day: Int) {
    // Years begin in March here, so that the leap day is a year's last.
    let (years, months) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let days = 365 * years + years / 4 - years / 100 + years / 400
    number = days + (153 * months + 2) / 5 + day - 719_469
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  /// Such as `2027-09-15`.
  package var text: String {
    var year = 1970 + number / 366
    while CalendarDay(year + 1, 1, 1) <= self { year += 1 }
    var month = 1
    while month < 12, CalendarDay(year, month + 1, 1) <= self { month += 1 }
    let day = number - CalendarDay(year, month, 1).number + 1
    return [year, month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }
}
