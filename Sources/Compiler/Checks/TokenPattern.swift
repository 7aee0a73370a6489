import Diagnostics

/// What access tokens and test codes look like; a text that has one does not belong into git.
package struct TokenPattern: Sendable {
  /// What it would be, for people: `an access token of Meta`.
  package let name: String
  private let fits: @Sendable (Substring.UTF8View) -> Bool

  /// The first pattern that a word of the text fits; the word itself is never shown.
  package static func first(in text: String) -> TokenPattern? {
    // Nearly every text of a plan is shorter than the shortest token.
    guard text.utf8.count >= 8 else { return nil }
    if text.contains("-----BEGIN"), text.contains("PRIVATE KEY-----") { return privateKey }
    for word in text.utf8.split(whereSeparator: { !isOfWord($0) }) where word.count >= 8 {
      let word = Substring(word).utf8
      if let pattern = words.first(where: { $0.fits(word) }) { return pattern }
    }
    return nil
  }

  /// What a rule says about it.
  static func finding(
    of pattern: TokenPattern, at place: SourcePlace, in file: String? = nil
  ) -> Finding {
    Finding(
      "\(file.map { "'\($0)'" } ?? "this") holds what looks like \(pattern.name)", at: place,
      notes: [
        .init("name a secret instead: '.secret(\"TIKTOK_ACCESS_TOKEN\")'"),
        .init("if it has been in git, revoke it and make a new one"),
      ])
  }

  private static let privateKey = TokenPattern(name: "a private key") { _ in false }

  /// The patterns of single words, as their issuers publish them or as they were seen.
  private static let words: [TokenPattern] = [
    TokenPattern(name: "an access token of TikTok") { $0.count == 40 && $0.allSatisfy(isLowerHex) },
    TokenPattern(name: "a test event code of TikTok") { word in
      (8...10).contains(word.count) && word.starts(with: "TEST".utf8)
        && word.dropFirst(4).allSatisfy(isDigit)
    },
    TokenPattern(name: "an access token of Meta") { $0.count >= 60 && $0.starts(with: "EAA".utf8) },
    TokenPattern(name: "an API key of Google") { $0.count == 39 && $0.starts(with: "AIza".utf8) },
    TokenPattern(name: "an access token of Google") {
      $0.count >= 30 && $0.starts(with: "ya29.".utf8)
    },
    TokenPattern(name: "an access key of Amazon") { word in
      word.count == 20 && word.starts(with: "AKIA".utf8)
    },
    TokenPattern(name: "an access token of GitHub") { word in
      word.count >= 36
        && ["ghp_", "gho_", "ghs_", "github_pat_"].contains { word.starts(with: $0.utf8) }
    },
    TokenPattern(name: "an access token of GitLab") {
      $0.count >= 26 && $0.starts(with: "glpat-".utf8)
    },
    TokenPattern(name: "a token of Slack") { word in
      word.count >= 24 && ["xoxb-", "xoxp-", "xoxa-"].contains { word.starts(with: $0.utf8) }
    },
    TokenPattern(name: "a secret key of Stripe") { word in
      word.count >= 24 && ["sk_live_", "rk_live_"].contains { word.starts(with: $0.utf8) }
    },
    TokenPattern(name: "a signed web token") { word in
      word.count >= 60 && word.starts(with: "eyJ".utf8)
        && word.count { $0 == UInt8(ascii: ".") } == 2
    },
  ]

  private static func isOfWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLowerHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
