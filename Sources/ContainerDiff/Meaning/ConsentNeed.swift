/// A type of consent that a tag asks for before it sends.
struct ConsentNeed: Hashable {
  /// Such as `ad_storage`.
  let type: String
  /// Whether a hit that says nothing of it counts as a refusal.
  let isStrict: Bool
}

extension ComparedContainers {
  /// Returns the consent that a tag asks for in its settings, its template's fields and its code.
  func consentNeeds(of tag: NormalEntity, isNew: Bool) -> Set<ConsentNeed> {
    var needs: Set<ConsentNeed> = []
    if tag["consentSettings"]?["consentStatus"] == .text("NEEDED") {
      for type in tag["consentSettings"]?["consentType"]?.elements ?? [] {
        if let type = type.text { needs.insert(ConsentNeed(type: type, isStrict: true)) }
      }
    }
    if tag.parameter("adStorageConsent") == .text("required") {
      needs.insert(ConsentNeed(type: "ad_storage", isStrict: true))
    }
    return needs.union(consentNeeds(inCodeOf: tag, isNew: isNew))
  }
}

extension ConsentNeed {
  /// The needs in generated code: `if (consent('ad_storage', 2, 2) !== true) return …`.
  static func inCode(_ text: String) -> [ConsentNeed] {
    guard text.hasBytes(of: "if (consent('") else { return [] }
    return text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { bytes in
      let line = Substring(bytes)
      guard line.hasPrefix("if (consent('") else { return nil }
      let type = line.dropFirst("if (consent('".count).prefix { $0 != "'" }
      return ConsentNeed(type: String(type), isStrict: line.contains("!== true"))
    }
  }
}
