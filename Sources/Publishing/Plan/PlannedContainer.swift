package import JSONText
package import TagManager

/// The plan's container as it goes into Tag Manager: its entities in the API's form.
package struct PlannedContainer: Sendable {
  /// A `ContainerVersion` of the API, with the ids of the plan.
  package let version: JSONObject
  /// The container as `diff` reads it.
  let file: ContainerFile
  /// The prefix of the placeholders of secrets.
  let placeholderPrefix: String
  /// The constants that hold a secret.
  let secretNames: Set<String>
  /// The name of each destination in sentences, by the host that its templates call.
  let hosts: [String: String]
  /// The values of secrets that go into the container.
  package let secretValues: [String]
  private let declared: JSON
  /// The container without the values of secrets, as text: the same for the same plan.
  package var textWithoutSecrets: String { declared.text(.compact) }

  /// Takes a container.
  ///
  /// - Parameters:
  ///   - version: the container, with placeholders for secrets.
  ///   - secrets: the values that are known, by what follows the prefix in a placeholder.
  ///   - placeholderPrefix: how placeholders begin.
  ///   - hosts: what sentences call each destination, by the host that its templates call.
  package init(
    _ version: ContainerVersion, secrets: [String: String] = [:], placeholderPrefix: String,
    hosts: [String: String] = [:]
  ) throws(ContainerFileError) {
    let json = version.json(.api)
    let declared = json.object ?? JSONObject()
    var filled = declared
    var names: Set<String> = []
    var values: [String] = []
    let variables = declared.held(.variable).map { variable -> JSON in
      guard let text = variable.constant, text.hasPrefix(placeholderPrefix) else {
        return .object(variable)
      }
      names.insert(variable["name"]?.string ?? "")
      guard let value = secrets[String(text.dropFirst(placeholderPrefix.count))] else {
        return .object(variable)
      }
      values.append(value)
      return .object(variable.holding(value))
    }
    if !variables.isEmpty { filled[EntityKind.variable.rawValue] = .array(variables) }
    for kind in EntityKind.writable {
      for entity in filled.held(kind) where entity.constant == nil && kind != .customTemplate {
        guard !JSON.object(entity).holdsText(beginningWith: placeholderPrefix) else {
          throw ContainerFileError(
            "\(entity.key(kind).words) holds a secret in a field of its own, which a push would lose",
            notes: ["put it into a constant of the container, and let the field refer to that"])
        }
      }
    }
    self.version = filled
    // With its placeholders: the checks do not look at the texts of constants.
    file = try ContainerFile(.object(filled), name: "the plan", made: version)
    self.placeholderPrefix = placeholderPrefix
    self.hosts = hosts
    secretNames = names
    secretValues = values
    self.declared = json
  }

  /// The keys of the plan's entities.
  var keys: Set<EntityKey> {
    Set(EntityKind.writable.flatMap { kind in version.held(kind).map { $0.key(kind) } })
  }

  /// The text of a constant that is still a placeholder.
  func isPlaceholder(_ text: String) -> Bool { text.hasPrefix(placeholderPrefix) }

  /// A constant whose value the plan does not know keeps the one that it has in the container.
  func keepingSecret(_ entity: JSONObject, _ present: JSONObject?) -> JSONObject {
    guard let value = entity.constant, isPlaceholder(value), let known = present?.constant else {
      return entity
    }
    return entity.holding(known)
  }
}

extension JSONObject {
  /// The value of a constant; `nil` for any other variable.
  var constant: String? {
    guard self["type"]?.string == "c" else { return nil }
    return self["parameter"]?.array?.first { $0["key"]?.string == "value" }?["value"]?.string
  }

  /// The constant with another value.
  func holding(_ value: String) -> JSONObject {
    var result = self
    result["parameter"] = .array(
      (self["parameter"]?.array ?? []).map { parameter in
        guard parameter["key"]?.string == "value", var object = parameter.object else {
          return parameter
        }
        object["value"] = .string(value)
        return .object(object)
      })
    return result
  }
}

extension JSON {
  /// Whether a text in it begins with a prefix, or has it behind a quotation mark.
  fileprivate func holdsText(beginningWith prefix: String) -> Bool {
    switch self {
    case .string(let text):
      // Most texts are shorter than any placeholder.
      text.utf8.count >= prefix.utf8.count
        && (text.utf8.starts(with: prefix.utf8)
          || text.utf8.contains(UInt8(ascii: "\"")) && text.contains("\"\(prefix)"))
    case .array(let elements): elements.contains { $0.holdsText(beginningWith: prefix) }
    case .object(let object):
      object.members.contains { $0.value.holdsText(beginningWith: prefix) }
    case .null, .bool, .number: false
    }
  }
}
