/// Something that a container is made of.
package protocol Entity: JSONMapped {
  /// The resource name; only the API has it.
  var path: String? { get set }
  /// The account, a decimal number as text.
  var accountID: String? { get set }
  /// The container, a decimal number as text.
  var containerID: String? { get set }
  /// The workspace; only the API has it.
  var workspaceID: String? { get set }
}

/// An entity that has an id and a name of its own.
package protocol NamedEntity: Entity {
  /// Its id, unique in the whole container, a decimal number as text.
  var id: String { get set }
  /// Its name, unique among its kind.
  var name: String { get set }
  /// The time of its last change: milliseconds since 1970, 13 digits as text.
  var fingerprint: String? { get set }
  /// Its page in Tag Manager; only the API has it.
  var tagManagerURL: String? { get set }
}
