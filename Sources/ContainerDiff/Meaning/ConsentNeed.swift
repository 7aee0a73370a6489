import CustomTemplate

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
  /// The needs in generated code: `if (consent('ad_storage', 2, 2) !== true) return …` in that of a tag, and
  /// `return consent('ad_storage', 2, 2) === true && …` in that of the variable which a tag asks.
  static func inCode(_ text: String) -> [ConsentNeed] {
    guard text.hasBytes(of: call) else { return [] }
    return text.utf8.split(separator: UInt8(ascii: "\n")).flatMap { bytes -> [ConsentNeed] in
      let line = Substring(bytes)
      guard line.hasPrefix("if (\(call)") || line.hasPrefix("return \(call)") else { return [] }
      return line.split(separator: call).dropFirst().map { rest in
        ConsentNeed(
          type: String(rest.prefix { $0 != "'" }), isStrict: rest.contains("== true"))
      }
    }
  }

  private static let call = "consent('"
}

/// The consent that the code of templates asks for, read once for all tags of one container.
struct ConsentNeeds {
  private var ofTemplates: [String: [ConsentNeed]] = [:]
  /// By the references to the variables.
  private var ofVariables: [String: [ConsentNeed]] = [:]
  private let templates: [String: String]

  /// - Parameter templates: their texts by their names.
  init(_ tags: [NormalEntity], _ variables: [NormalEntity], _ templates: [String: String]) {
    self.templates = templates
    for name in Set((tags + variables).compactMap(\.templateName)) {
      ofTemplates[name] = templates[name].map(ConsentNeed.inCode)
    }
    for variable in variables {
      guard let needs = variable.templateName.flatMap({ ofTemplates[$0] }), !needs.isEmpty else {
        continue
      }
      ofVariables["{{\(variable.name)}}"] = needs
    }
  }

  func all(of tag: NormalEntity) -> [ConsentNeed] {
    let own = tag.templateName.flatMap { ofTemplates[$0] } ?? []
    guard !ofVariables.isEmpty, let code = tag.templateName.flatMap({ templates[$0] }) else {
      return own
    }
    // A variable that the code does not look at keeps nothing back.
    return own
      + tag.parameters.flatMap { parameter -> [ConsentNeed] in
        guard let needs = parameter.value.text.flatMap({ ofVariables[$0] }),
          code.readsField(parameter.key)
        else { return [] }
        return needs
      }
  }
}
