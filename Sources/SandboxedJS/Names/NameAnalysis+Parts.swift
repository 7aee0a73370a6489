extension NameAnalysis {
  /// A name that nothing in the script declares.
  struct FreeName: Sendable {
    let name: String
    let use: NameUse
    /// Whether it stands in a function, where `arguments` exists.
    let isInFunction: Bool
  }

  /// One `require(…)`.
  struct Requirement: Sendable {
    /// The name that is required; `nil` where it is not a string literal.
    let name: String?
    let use: NameUse
  }

  /// A method that is called, and of what.
  struct MethodCall: Sendable {
    let object: Expression
    let method: Name
  }

  static func context(ofIndex index: Expression) -> NameUse.Context? {
    if case .string(let name) = index.kind { .member(name) } else { nil }
  }

  /// The methods that call their first argument with each element.
  static let iteratingMethods: Set<String> = ["every", "filter", "forEach", "map", "some"]
}
