package import Diagnostics

/// A pattern of access tokens or test codes; a text that has one does not belong in git.
package struct TokenPattern: Sendable {
  /// The kind of token, for people: `an access token of Meta`.
  package let name: String
  /// The name that a secret for it is suggested to have.
  private let secret: String
  /// Whether it marks events as tests instead of giving access; then there is nothing to revoke.
  package let isTestCode: Bool
  private let fits: @Sendable (Substring.UTF8View) -> Bool

  /// The first pattern that a word of the text fits; the word itself is never shown.
  package static func first(in text: String) -> TokenPattern? {
    // Nearly every text of a plan is shorter than the shortest token.
    guard text.utf8.count >= 8 else { return nil }
    if text.contains("-----BEGIN"), text.contains("PRIVATE KEY-----") { return privateKey }
    for word in text.withoutEmbeddedData.utf8.split(whereSeparator: { !isOfWord($0) })
    where word.count >= 8 {
      let word = Substring(word).utf8
      if let pattern = words.first(where: { $0.fits(word) }) { return pattern }
    }
    return nil
  }

  init(
    _ name: String, secret: String, isTestCode: Bool = false,
    fits: @escaping @Sendable (Substring.UTF8View) -> Bool
  ) {
    self.name = name
    self.secret = secret
    self.isTestCode = isTestCode
    self.fits = fits
  }

  /// The notes on how to mend a text that has such a token.
  package var notes: [Diagnostic.Note] {
    [
      .init("name a secret instead: '.secret(\"\(secret)\")'"),
      .init(
        isTestCode
          ? "with it every event counts as a test: only environments for testing may have one"
          : "if it has been in git, revoke it and make a new one"),
    ]
  }

  /// Returns a rule's finding about a text that fits the pattern.
  static func finding(
    of pattern: TokenPattern, at place: SourcePlace, in file: String? = nil
  ) -> Finding {
    Finding(
      "\(file.map { "'\($0)'" } ?? "this") holds what looks like \(pattern.name)", at: place,
      notes: pattern.notes)
  }

  private static let privateKey = TokenPattern("a private key", secret: "PRIVATE_KEY") { _ in false
  }

  /// The patterns of single words, as their issuers publish them or as they were seen.
  private static let words: [TokenPattern] =
    compiledDestinations.flatMap { $0.profile.tokenPatterns } + others

  private static let others: [TokenPattern] = [
    TokenPattern("an API key of Google", secret: "GOOGLE_API_KEY") {
      $0.count == 39 && $0.starts(with: "AIza".utf8)
    },
    TokenPattern("an access token of Google", secret: "GOOGLE_ACCESS_TOKEN") {
      $0.count >= 30 && $0.starts(with: "ya29.".utf8)
    },
    TokenPattern("an access key of Amazon", secret: "AMAZON_ACCESS_KEY") { word in
      word.count == 20 && word.starts(with: "AKIA".utf8)
    },
    TokenPattern("an access token of GitHub", secret: "GITHUB_ACCESS_TOKEN") { word in
      word.count >= 36
        && ["ghp_", "gho_", "ghs_", "github_pat_"].contains { word.starts(with: $0.utf8) }
    },
    TokenPattern("an access token of GitLab", secret: "GITLAB_ACCESS_TOKEN") {
      $0.count >= 26 && $0.starts(with: "glpat-".utf8)
    },
    TokenPattern("a token of Slack", secret: "SLACK_TOKEN") { word in
      word.count >= 24 && ["xoxb-", "xoxp-", "xoxa-"].contains { word.starts(with: $0.utf8) }
    },
    TokenPattern("a secret key of Stripe", secret: "STRIPE_SECRET_KEY") { word in
      word.count >= 24 && ["sk_live_", "rk_live_"].contains { word.starts(with: $0.utf8) }
    },
    TokenPattern("a signed web token", secret: "SIGNED_TOKEN") { word in
      word.count >= 60 && word.starts(with: "eyJ".utf8)
        && word.count { $0 == UInt8(ascii: ".") } == 2
    },
  ]

  private static func isOfWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLowerHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

extension String {
  /// The text without the pictures and fonts that stand in it as base64, which has words of every shape.
  fileprivate var withoutEmbeddedData: String {
    guard contains(";base64,") else { return self }
    let parts = split(separator: ";base64,", omittingEmptySubsequences: false)
    return parts[0]
      + parts.dropFirst().map { part in
        part.drop { $0.isLetter || $0.isNumber || "+/=\\".contains($0) }
      }.joined(separator: " ")
  }
}
