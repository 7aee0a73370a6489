package import JSONText
package import TagManager

/// The plan's container as it goes into Tag Manager: its entities in the API's form.
package struct PlannedContainer: Sendable {
  /// A `ContainerVersion` of the API, with the ids of the plan.
  package let version: JSONObject
  /// The container as `diff` reads it.
  let file: ContainerFile
  /// How the placeholders of secrets begin.
  let placeholderPrefix: String

  /// Takes a container.
  ///
  /// - Parameters:
  ///   - version: the container.
  ///   - placeholderPrefix: how the values of secrets begin that are not known.
  package init(
    _ version: ContainerVersion, placeholderPrefix: String
  ) throws(ContainerFileError) {
    let json = version.json(.api)
    self.version = json.object ?? JSONObject()
    file = try ContainerFile(json, name: "the plan")
    self.placeholderPrefix = placeholderPrefix
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
