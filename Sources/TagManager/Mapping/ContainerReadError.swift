import JSONText

/// The reason a JSON value is not a container, or not the part of one that it should be.
package struct ContainerReadError: Error, Hashable, Sendable {
  /// The place of the problem: keys and indexes, such as `containerVersion.tag[3].name`; empty for
  /// the value itself.
  package private(set) var path: String
  /// A description of what was found and what was expected: lower case, no full stop.
  package let message: String
  /// Advice on how to mend it.
  package let mend: String
  /// So many are told of one container.
  package static let greatestCount = 1_000
  /// Whether reading goes on without what stands there, so that what needs it seems to be missing.
  package let losesContent: Bool

  init(_ message: String, mend: String = "take it out", losesContent: Bool = true) {
    path = ""
    self.message = message
    self.mend = mend
    self.losesContent = losesContent
  }

  /// - Parameter meant: the JSON text that is meant, where that is plain.
  init(expected: String, found: JSON, meant: String? = nil) {
    self.init(
      "expected \(expected), found \(found.kind)",
      mend: meant.map { "write '\($0)'" } ?? "write \(expected) there, or take the member out",
      losesContent: meant == nil)
  }

  /// The same error, seen from the object that has it in a member.
  func inside(_ key: String) -> ContainerReadError {
    let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
    var outer = self
    outer.path = key + separator + path
    return outer
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
