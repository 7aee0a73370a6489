import Compiler
import TagManager
import TagwrightPlan

/// A container with placeholders in place of the texts that belong into no file of git, and those texts.
struct HiddenSecrets {
  private(set) var version: ContainerVersion
  private(set) var found: [AdoptedSecret] = []

  /// Names that no secret gets.
  private let taken: Set<String>

  /// Looks through the entities that become declarations.
  init(
    in version: ContainerVersion, taken: Set<String> = [],
    only isWanted: (EntityKind, String) -> Bool
  ) {
    self.version = version
    self.taken = taken
    var hidden = version
    for index in version.clients.indices where isWanted(.client, version.clients[index].name) {
      let name = version.clients[index].name
      hide(in: &hidden.clients[index].parameters, of: name)
      hide(in: &hidden.clients[index].notes, of: name)
    }
    for index in version.tags.indices where isWanted(.tag, version.tags[index].name) {
      let name = version.tags[index].name
      hide(in: &hidden.tags[index].parameters, of: name)
      hide(in: &hidden.tags[index].notes, of: name)
    }
    for index in version.triggers.indices where isWanted(.trigger, version.triggers[index].name) {
      hide(in: &hidden.triggers[index])
    }
    for index in version.variables.indices
    where isWanted(.variable, version.variables[index].name) {
      hide(in: &hidden.variables[index])
    }
    for index in version.transformations.indices
    where isWanted(.transformation, version.transformations[index].name) {
      let name = version.transformations[index].name
      hide(in: &hidden.transformations[index].parameters, of: name)
      hide(in: &hidden.transformations[index].notes, of: name)
    }
    for index in version.gtagConfigs.indices
    where isWanted(.gtagConfig, version.gtagConfigs[index].type) {
      hide(
        in: &hidden.gtagConfigs[index].parameters, of: version.gtagConfigs[index].type)
    }
    for index in version.folders.indices where isWanted(.folder, version.folders[index].name) {
      hide(in: &hidden.folders[index].notes, of: version.folders[index].name)
    }
    for index in version.zones.indices where isWanted(.zone, version.zones[index].name) {
      let name = version.zones[index].name
      hide(in: &hidden.zones[index].notes, of: name)
      var conditions = version.zones[index].boundary?.conditions ?? []
      hide(in: &conditions, of: name)
      hidden.zones[index].boundary?.conditions = conditions
    }
    self.version = hidden
  }

  private mutating func hide(in trigger: inout TagManager.Trigger) {
    hide(in: &trigger.parameters, of: trigger.name)
    hide(in: &trigger.customEventFilters, of: trigger.name)
    hide(in: &trigger.filters, of: trigger.name)
    hide(in: &trigger.autoEventFilters, of: trigger.name)
    hide(in: &trigger.notes, of: trigger.name)
  }

  private mutating func hide(in variable: inout TagManager.Variable) {
    hide(in: &variable.notes, of: variable.name)
    guard variable.type == "c", let value = variable.parameters["value"]?.value else {
      return hide(in: &variable.parameters, of: variable.name)
    }
    let tells = Self.tellsSecret(variable.name) && value.utf8.count >= 8 && !value.contains("{{")
    guard let name = self.name(for: value, near: variable.name, isTold: tells) else { return }
    for index in variable.parameters.indices where variable.parameters[index].key == "value" {
      variable.parameters[index].value = Secret.placeholderPrefix + name
    }
  }

  private mutating func hide(in conditions: inout [TagManager.Condition], of owner: String) {
    for index in conditions.indices { hide(in: &conditions[index].parameters, of: owner) }
  }

  private mutating func hide(in notes: inout String?, of owner: String) {
    guard let text = notes, let name = name(for: text, near: "\(owner) notes", isTold: false)
    else { return }
    notes = Secret.placeholderPrefix + name
  }

  private mutating func hide(in parameters: inout [Parameter], of owner: String) {
    for index in parameters.indices {
      hide(in: &parameters[index].list, of: owner)
      hide(in: &parameters[index].map, of: owner)
      guard parameters[index].type == .template, let value = parameters[index].value else {
        continue
      }
      let key = parameters[index].key ?? ""
      let tells = Self.tellsSecret(key) && Self.isLikeAToken(value)
      if let name = name(for: value, near: "\(owner) \(key)", isTold: tells) {
        parameters[index].value = Secret.placeholderPrefix + name
      }
    }
  }

  private static func tellsSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["token", "secret", "password", "api key", "apikey", "api_key", "credential"]
      .contains { name.contains($0) }
  }

  /// Whether a text has letters and digits and nothing that a sentence or a reference has.
  private static func isLikeAToken(_ text: String) -> Bool {
    text.utf8.count >= 12 && text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
      && !text.contains { $0.isWhitespace || $0 == "{" || $0 == "/" }
  }
}

// Names.
extension HiddenSecrets {
  /// The name of the secret that a text is; `nil` where it is not one.
  ///
  /// - Parameters:
  ///   - owner: what holds the text, after which the secret is called.
  ///   - isTold: whether its place says that it is a secret.
  private mutating func name(for text: String, near owner: String, isTold: Bool) -> String? {
    if let name = Secret.name(inPlaceholder: text) {
      if !found.contains(where: { $0.name == name }) {
        found.append(AdoptedSecret(name: name, value: nil, isTestCode: false))
      }
      return name
    }
    let pattern = TokenPattern.first(in: text)
    guard pattern != nil || isTold else { return nil }
    if let known = found.first(where: { $0.value == text }) { return known.name }
    let words = Self.words(of: owner)
    let isName = words.unicodeScalars.first.map { !("0"..."9").contains($0) } ?? false
    let base = isName ? words : words.isEmpty ? "SECRET" : "SECRET_\(words)"
    var names = taken.union(found.map(\.name))
    let name = names.insertFree(base, separator: "_")
    found.append(
      AdoptedSecret(name: name, value: text, isTestCode: pattern?.isTestCode ?? false))
    return name
  }

  /// A text as the name of an environment variable: `Meta - token` is `META_TOKEN`.
  private static func words(of text: String) -> String {
    text.uppercased().unicodeScalars
      .split { !("A"..."Z").contains($0) && !("0"..."9").contains($0) }
      .map { String($0) }.joined(separator: "_")
  }
}
