/// The phone numbers of one country in the ways in which they are dialled and written.
///
/// ITU-T E.164 and the national numbering plans: what is dialled before a national number, and how long one is.
enum DialledNumber {
  /// A pattern whose first group is the national number, with or without country code or trunk prefix.
  ///
  /// - Parameter countryCode: the digits of the country code, such as `49`.
  static func pattern(countryCode: String) -> String {
    let plan = plans.first { $0.codes.contains(countryCode) }
    let (trunk, number) = plan.map { ($0.trunk, $0.number) } ?? ("0", "[1-9][0-9]{5,11}")
    let code = "(?:[+]|00)?\(countryCode)"
    let prefix = trunk.isEmpty ? "(?:\(code))?" : "(?:\(code)(?:\(trunk))?|\(trunk))?"
    return "^\(prefix)(\(number))$"
  }

  /// The prefix that is dialled before a number inside the country and falls away behind the country code, the number
  /// itself, and the codes of the countries with such numbers.
  ///
  /// Numbers of one known length tell a number that begins with the digits of the country code from one that has it.
  private static let plans: [(trunk: String, number: String, codes: Set<String>)] = [
    ("0", "[1-9][0-9]{8}", ["27", "31", "33", "40", "41", "61", "380", "421"]),
    ("0", "[1-9][0-9]{9}", ["90", "91"]),
    ("0", "[1-9][0-9]{9,10}", ["55"]),
    ("06", "[1-9][0-9]{7,8}", ["36"]),
    ("8", "[3-9][0-9]{9}", ["7"]),
    ("", "[1-9][0-9]{6}", ["354"]),
    ("", "[1-9][0-9]{7}", ["45", "47", "65", "371", "852", "853"]),
    ("", "[1-9][0-9]{8}", ["48", "351", "420"]),
    ("", "[1-9][0-9]{9}", ["52"]),
    ("", "[2-9][0-9]{9}", ["1", "30"]),
    ("", "[5-9][0-9]{8}", ["34"]),
    ("", "[0-9]{9}", ["242"]),
    ("", "[0-9]{10}", ["225"]),
    ("", "0?[1-9][0-9]{5,9}", ["378"]),
    ("", "3[0-9]{8,9}|0[1-9][0-9]{4,9}", ["39"]),
  ]
}
