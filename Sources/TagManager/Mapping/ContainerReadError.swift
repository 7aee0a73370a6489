import JSONText

/// The reason a JSON value is not a container, or not the part of one that it should be.
package struct ContainerReadError: Error, Hashable, Sendable {
  /// The place of the problem: keys and indexes, such as `containerVersion.tag[3].name`; empty for
  /// the value itself.
  package private(set) var path: String
  /// A description of what was found and what was expected: lower case, no full stop.
  package let message: String

  package init(path: String = "", _ message: String) {
    self.path = path
    self.message = message
  }

  init(expected: String, found: JSON) {
    self.init("expected \(expected), found \(found.kind)")
  }

  /// The same error, seen from the object that has it in a member.
  func inside(_ key: String) -> ContainerReadError {
    let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
    return ContainerReadError(path: key + separator + path, message)
  }
}

extension ContainerReadError: CustomStringConvertible {
  /// `path: message`.
  package var description: String { path.isEmpty ? message : "\(path): \(message)" }
}

extension JSON {
  /// The kind of value, with an article, for messages.
  fileprivate var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
