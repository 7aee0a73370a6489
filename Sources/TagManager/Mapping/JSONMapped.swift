package import JSONText

/// A value that is an object in a container file: its members are named once, in the order in which
/// Tag Manager writes them, and read and printed by that.
package protocol JSONMapped: Hashable, Sendable {
  /// A value without any member, which reading starts from.
  static var blank: Self { get }

  /// The content that was read and has no property here; printed again where it stood.
  var unmodelled: Unmodelled { get set }

  /// Names every member in order: a reader fills the properties, a writer prints them.
  mutating func map<Members: MemberMap>(_ members: inout Members) throws(Members.Failure)
}

extension JSONMapped {
  /// Reads a value.
  ///
  /// Throws a `ContainerReadError` with the path below this value where a member has another JSON type
  /// than it should, or one without which the value means nothing is missing.
  package init(json: JSON, form: Form) throws(ContainerReadError) {
    try self.init(json: json, form: form, depth: 0)
  }

  init(json: JSON, form: Form, depth: Int) throws(ContainerReadError) {
    guard case .object(let object) = json else {
      throw ContainerReadError(expected: "an object", found: json)
    }
    guard depth < MemberReader.depthLimit else {
      throw ContainerReadError(
        "objects are nested deeper than \(MemberReader.depthLimit) levels")
    }
    var reader = MemberReader(object, form: form, depth: depth)
    self = Self.blank
    try map(&reader)
    unmodelled = reader.unmodelled()
  }

  /// The value as JSON, its members in Tag Manager's order.
  package func json(_ form: Form) -> JSON {
    var writer = MemberWriter(unmodelled, form: form)
    var value = self
    value.map(&writer)
    return .object(JSONObject(writer.members))
  }
}
