/// The phone numbers of one country in the ways in which they are dialled and written.
///
/// ITU-T E.164 and the national numbering plans: what is dialled before a national number, and how long one is.
enum DialledNumber {
  private struct Country {
    /// The prefix that is dialled before a number inside the country and falls away behind the
    /// country code.
    var trunk = "0"
    /// The number itself.
    let number: String
  }

  /// A pattern whose first group is the national number, with or without country code or trunk prefix.
  ///
  /// - Parameter countryCode: the digits of the country code, such as `49`.
  static func pattern(countryCode: String) -> String {
    let country = countries[countryCode] ?? Country(number: "[1-9][0-9]{5,11}")
    let code = "(?:[+]|00)?\(countryCode)"
    let prefix =
      country.trunk.isEmpty ? "(?:\(code))?" : "(?:\(code)(?:\(country.trunk))?|\(country.trunk))?"
    return "^\(prefix)(\(country.number))$"
  }

  /// Numbers of one known length tell a number that begins with the digits of the country code from one that has it.
  private static let countries: [String: Country] = [
    "1": Country(trunk: "", number: "[2-9][0-9]{9}"),
    "7": Country(trunk: "8", number: "[3-9][0-9]{9}"),
    "27": Country(number: "[1-9][0-9]{8}"),
    "30": Country(trunk: "", number: "[2-9][0-9]{9}"),
    "31": Country(number: "[1-9][0-9]{8}"),
    "33": Country(number: "[1-9][0-9]{8}"),
    "34": Country(trunk: "", number: "[5-9][0-9]{8}"),
    "36": Country(trunk: "06", number: "[1-9][0-9]{7,8}"),
    "39": Country(trunk: "", number: "3[0-9]{8,9}|0[1-9][0-9]{4,9}"),
    "40": Country(number: "[1-9][0-9]{8}"),
    "41": Country(number: "[1-9][0-9]{8}"),
    "45": Country(trunk: "", number: "[1-9][0-9]{7}"),
    "47": Country(trunk: "", number: "[1-9][0-9]{7}"),
    "48": Country(trunk: "", number: "[1-9][0-9]{8}"),
    "52": Country(trunk: "", number: "[1-9][0-9]{9}"),
    "55": Country(number: "[1-9][0-9]{9,10}"),
    "61": Country(number: "[1-9][0-9]{8}"),
    "65": Country(trunk: "", number: "[1-9][0-9]{7}"),
    "90": Country(number: "[1-9][0-9]{9}"),
    "91": Country(number: "[1-9][0-9]{9}"),
    "225": Country(trunk: "", number: "[0-9]{10}"),
    "242": Country(trunk: "", number: "[0-9]{9}"),
    "351": Country(trunk: "", number: "[1-9][0-9]{8}"),
    "354": Country(trunk: "", number: "[1-9][0-9]{6}"),
    "371": Country(trunk: "", number: "[1-9][0-9]{7}"),
    "378": Country(trunk: "", number: "0?[1-9][0-9]{5,9}"),
    "380": Country(number: "[1-9][0-9]{8}"),
    "420": Country(trunk: "", number: "[1-9][0-9]{8}"),
    "421": Country(number: "[1-9][0-9]{8}"),
    "852": Country(trunk: "", number: "[1-9][0-9]{7}"),
    "853": Country(trunk: "", number: "[1-9][0-9]{7}"),
  ]
}
