import JSONText
import SandboxedJS

// What several destinations make of the data by which a person is found.

extension Conversion {
  static let email = hashed("email", example: " Alice@Example.com ") { $0.lowercased() }

  static let externalID = hashed("own", example: "user_123") { $0 }

  /// A phone number with `+` and the code of its country, without the country's own prefix.
  static func phone(countryCode: String?) -> Conversion { phone("+", countryCode) }

  /// A phone number with the code of its country, without `+`: not the text whose digest TikTok or Google take.
  static func digits(countryCode: String?) -> Conversion { phone("", countryCode) }

  /// The country code, and the pattern of its own numbers; without one only numbers with `+` or `00` count.
  private static func phone(_ prefix: String, _ countryCode: String?) -> Conversion {
    let pattern = countryCode.map(DialledNumber.pattern) ?? "^-"
    let arguments = [prefix, countryCode ?? "", pattern].map(JavaScript.literal)
    return hashed(
      "phone(\(arguments.joined(separator: ", ")))",
      example: .string("+\(countryCode ?? "1") (0)5550 100-123")
    ) { prefix + $0.replacing("(0)", with: "").filter(\.isNumber) }
  }

  static let lower = hashed("lower", example: " Mary Ann ") { $0.lowercased() }
  static let alpha2 = hashed("alpha2", example: "DE") { $0.lowercased() }
  static let twoLetters = hashed("twoLetters", example: "NY") { $0.lowercased() }
  static let gender = hashed("gender", example: "Female") { String($0.lowercased().prefix(1)) }
  static let birthday = hashed("birthday", example: "1997-02-16") { $0.filter(\.isNumber) }

  /// Lower case without spaces and punctuation.
  static let hashedName = hashed("squeeze", example: " Jane ", squeezed)

  @Sendable static func squeezed(_ text: String) -> String {
    text.lowercased().filter { $0 != " " }
  }

  static let plain = Conversion("plain", example: "New York") {
    $0.shownText.map { .string(squeezed($0)) }
  }

  static let address = Conversion("address", example: "203.0.113.7, 198.51.100.2") {
    $0.shownText.map { .string(String($0.prefix { $0 != "," })) }
  }

  static let digest = Conversion(
    "hash()", example: .string(digest(of: "alice@example.com").uppercased())
  ) { $0.shownText.map { .string($0.lowercased()) } }

  /// The digest of a text in a normal form, one or several.
  ///
  /// - Parameters:
  ///   - normalise: the expression of the function that gives the normal form.
  ///   - normal: the same for the example.
  static func hashed(
    _ normalise: String, example: JSON, _ normal: @escaping @Sendable (String) -> String
  ) -> Conversion {
    @Sendable func plain(_ value: JSON) -> String {
      let text = value.shownText ?? ""
      return normal(String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
    }
    return Conversion(
      "hash(\(normalise))", example: example, plain: .init(code: normalise, result: plain)
    ) { value in
      value.shownText.map { _ in .string(digest(of: plain(value))) }
    }
  }

  /// A list of the digests, also of one.
  var allDigests: Conversion {
    Conversion("hashAll(\(plain?.code ?? ""))", example: example, plain: plain) { [result] in
      result($0).map { .array([$0]) }
    }
  }

  /// The first of the digests, where only one is documented.
  var firstDigest: Conversion {
    Conversion("hashFirst(\(plain?.code ?? ""))", example: example, plain: plain, result: result)
  }

  static func digest(of text: String) -> String { Hexadecimal.encode(SHA256.digest(of: text)) }
}
