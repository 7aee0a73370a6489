import TagwrightPlan

extension Rule {
  /// A number with a wrong prefix matches nobody.
  static let countryCode = Rule(
    error: "country-code",
    "an invalid country code",
    documentation: """
      'defaultCountryCode:' is put before national phone numbers: 1 to 3 digits, without '+' and without zeros in front,
      such as "49". 'nil' leaves out every number that has no country code of its own.
      """,
    wrong: .userData(
      """
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "DE")
      """),
    right: .userData(
      """
      Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
      """),
    check: .each(\.matchKeys) { key, _ in
      guard let code = key.value.key.defaultCountryCode, !isCountryCode(code) else { return [] }
      return [
        Finding(
          "'\(code)' is not a country code of a phone number", at: key.place,
          mend: "write its digits alone, such as '49'")
      ]
    })
}

/// ITU-T E.164: 1 to 3 digits, the first of which is not a zero.
private func isCountryCode(_ text: String) -> Bool {
  1...3 ~= text.unicodeScalars.count && text.first != "0"
    && text.unicodeScalars.allSatisfy(\.isASCIIDigit)
}
