package import JSONText

/// A value in a permission, in the typed encoding of `___SERVER_PERMISSIONS___`.
package indirect enum PermissionValue: Hashable, Sendable {
  /// `{"type": 1, "string": …}`
  case string(String)
  /// `{"type": 2, "listItem": […]}`
  case list([PermissionValue])
  /// `{"type": 3, "mapKey": […], "mapValue": […]}`, as many keys as values.
  case map([Entry])
  /// `{"type": 8, "boolean": …}`
  case boolean(Bool)
  /// Anything else, kept as it was.
  case unknown(JSON)

  /// A key of a map and its value.
  package struct Entry: Hashable, Sendable {
    /// The key, a text in every known file.
    package let key: PermissionValue
    /// The value, a text in every known file.
    package let value: PermissionValue

    /// Pairs a key with its value.
    package init(_ key: PermissionValue, _ value: PermissionValue) {
      self.key = key
      self.value = value
    }
  }

  /// A map of texts, as the tables of a permission have them.
  package static func row(_ cells: [(String, String)]) -> PermissionValue {
    .map(cells.map { Entry(.string($0.0), .string($0.1)) })
  }

  /// A list of texts.
  package static func strings(_ texts: [String]) -> PermissionValue {
    .list(texts.map(PermissionValue.string))
  }
}

extension PermissionValue {
  /// Reads the encoding; what does not fit it exactly becomes `unknown`, so that nothing is lost.
  package init(json: JSON) {
    let members = json.object?.members ?? []
    let type = members.first?.key == "type" ? members.first?.value.number?.integer : nil
    switch (type, members.dropFirst().map(\.key)) {
    case (1?, ["string"]): self = members[1].value.string.map(Self.string) ?? .unknown(json)
    case (8?, ["boolean"]): self = members[1].value.bool.map(Self.boolean) ?? .unknown(json)
    case (2?, ["listItem"]):
      self = members[1].value.array.map { .list($0.map(Self.init(json:))) } ?? .unknown(json)
    case (3?, ["mapKey", "mapValue"]):
      guard let keys = members[1].value.array, let values = members[2].value.array,
        keys.count == values.count
      else {
        self = .unknown(json)
        return
      }
      self = .map(zip(keys, values).map { Entry(Self(json: $0), Self(json: $1)) })
    default: self = .unknown(json)
    }
  }

  /// The encoded value.
  package var json: JSON {
    switch self {
    case .string(let text): ["type": 1, "string": .string(text)]
    case .list(let items): ["type": 2, "listItem": .array(items.map(\.json))]
    case .map(let entries):
      [
        "type": 3, "mapKey": .array(entries.map(\.key.json)),
        "mapValue": .array(entries.map(\.value.json)),
      ]
    case .boolean(let value): ["type": 8, "boolean": .bool(value)]
    case .unknown(let json): json
    }
  }

  /// The text, if it is one.
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The items, if it is a list.
  package var items: [PermissionValue]? { if case .list(let items) = self { items } else { nil } }

  /// The value of a text key, if it is a map that has it.
  package subscript(key: String) -> PermissionValue? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key.text == key }?.value
  }
}
