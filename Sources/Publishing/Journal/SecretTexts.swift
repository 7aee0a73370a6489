import JSONText
import TagManager

/// The values of a container's secrets, which no journal may hold.
struct SecretTexts {
  private let names: Set<String>
  /// The values that the secrets have in the plan or in the container.
  let values: [String]

  /// Finds the secrets: constants that the plan has a secret for, and those whose names say that they are one.
  init(_ planned: PlannedContainer, _ state: ContainerState) {
    var names = planned.secretNames
    let constants = [planned.version, state.content].flatMap { $0.held(.variable) }
      .compactMap { entity in
        entity.constant.map { (name: entity["name"]?.string ?? "", value: $0) }
      }
    for constant in constants where Self.tellsSecret(constant.name) { names.insert(constant.name) }
    self.names = names
    values = constants.filter { names.contains($0.name) && $0.value.utf8.count >= 6 }.map(\.value)
  }

  private static func tellsSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["token", "secret", "password", "key", "credential"].contains { name.contains($0) }
  }

  /// An entity that may be kept: `nil` where it holds the value of a secret.
  func harmless(_ entity: JSONObject) -> JSON? {
    let json = JSON.object(entity)
    if entity.constant != nil, names.contains(entity["name"]?.string ?? "") { return nil }
    let text = json.text(.compact)
    return values.contains { text.contains($0) } ? nil : json
  }
}
