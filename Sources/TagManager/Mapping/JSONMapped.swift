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
    var misreads: [ContainerReadError] = []
    let value = Self(json: json, form: form, depth: 0, misreads: &misreads)
    if let first = misreads.first { throw first }
    self = value ?? .blank
  }

  /// Reads as much of a value as can be read.
  ///
  /// - Parameter misreads: gets what is wrong, in order; nothing where all was read.
  package init(json: JSON, form: Form, misreads: inout [ContainerReadError]) {
    self = Self(json: json, form: form, depth: 0, misreads: &misreads) ?? .blank
  }

  init?(json: JSON, form: Form, depth: Int, misreads: inout [ContainerReadError]) {
    guard case .object(let object) = json else {
      misreads.append(ContainerReadError(expected: "an object", found: json))
      return nil
    }
    guard depth < MemberReader.depthLimit else {
      misreads.append(
        ContainerReadError("objects are nested deeper than \(MemberReader.depthLimit) levels"))
      return nil
    }
    var reader = MemberReader(object, form: form, depth: depth)
    self = Self.blank
    map(&reader)
    misreads += reader.misreads
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
