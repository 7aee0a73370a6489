extension Parameter {
  /// A text; without a value where it is `nil` or empty, as Tag Manager writes it.
  package static func template(_ key: String?, _ value: String?) -> Parameter {
    Parameter(type: .template, key: key, value: value?.isEmpty == true ? nil : value)
  }

  /// A text in a list.
  package static func template(_ value: String) -> Parameter { template(nil, value) }

  /// A truth value.
  package static func boolean(_ key: String?, _ value: Bool) -> Parameter {
    Parameter(type: .boolean, key: key, value: value ? "true" : "false")
  }

  /// A whole number.
  package static func integer(_ key: String?, _ value: Int) -> Parameter {
    Parameter(type: .integer, key: key, value: String(value))
  }

  /// A list, whose elements have no keys.
  package static func list(_ key: String?, _ elements: [Parameter]) -> Parameter {
    Parameter(type: .list, key: key, list: elements)
  }

  /// A map, whose entries have keys; in a list it has none itself.
  package static func map(_ entries: [Parameter]) -> Parameter {
    Parameter(type: .map, map: entries)
  }

  /// A map with a key.
  package static func map(_ key: String, _ entries: [Parameter]) -> Parameter {
    Parameter(type: .map, key: key, map: entries)
  }

  /// A table of texts: a list of maps.
  package static func table(
    _ key: String, _ rows: [KeyValuePairs<String, String>]
  ) -> Parameter {
    list(key, rows.map { row in map(row.map { template($0.key, $0.value) }) })
  }

  /// A reference to a tag, by its name.
  package static func tagReference(
    _ key: String?, _ tagName: String, isWeak: Bool? = nil
  ) -> Parameter {
    Parameter(type: .tagReference, key: key, value: tagName, isWeakReference: isWeak)
  }

  /// A reference to a trigger, by its id.
  package static func triggerReference(_ key: String?, _ triggerID: String) -> Parameter {
    Parameter(type: .triggerReference, key: key, value: triggerID)
  }
}

extension [Parameter] {
  /// The parameter with this key.
  package subscript(key: String) -> Parameter? { first { $0.key == key } }
}
