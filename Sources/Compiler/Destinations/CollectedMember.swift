import JSONText

/// A member of a request that is made of the members of one of its objects, when all of them are there.
struct CollectedMember: Sendable {
  /// The forms that the object can take in the request.
  enum Form: Sendable {
    /// The object itself; nothing where it is empty.
    case whole
    /// A list of its members, each an object with the member's name and its value.
    case entries(name: String, value: String)
  }

  let place: MemberPlace
  let object: String
  var form = Form.whole

  /// The line that sets it.
  var code: String {
    switch form {
    case .whole: "if (Object.keys(\(object)).length) \(place.code) = \(object);"
    case .entries(let name, let value):
      "\(place.code) = Object.keys(\(object)).map((key) => ({\(name): key, \(value): \(object)[key]}));"
    }
  }

  /// Returns the value that the example leads to.
  func example(_ members: JSONObject?) -> JSON? {
    let members = members ?? .init()
    return switch form {
    case .whole: members.members.isEmpty ? nil : .object(members)
    case .entries(let name, let value):
      .array(
        members.members.map {
          .object(JSONObject([.init(name, .string($0.key)), .init(value, $0.value)]))
        })
    }
  }

  /// The way from its own place to one of the object's members, such as `.currencyCode`.
  func path(to member: String) -> String {
    switch form {
    case .whole: ".\(member)"
    case .entries(let name, let value):
      ".filter((entry) => entry.\(name) === \(JavaScript.literal(member)))[0].\(value)"
    }
  }
}
