import TagwrightPlan

/// One step of setting up a destination, from the account to the first measured week.
package struct SetUpStep: Sendable {
  /// The rules whose findings break a step.
  enum Rules: Sendable {
    case these([Rule])
    /// Every rule that belongs to no other step.
    case allOthers
  }

  /// The task of the step, such as `note the pixel code`.
  let title: String
  /// By what one knows that it is done.
  let proof: String
  /// Whether somebody has to do it, whatever the plan says.
  let isLeftToAPerson: Bool
  let rules: Rules
  /// A function that returns the details of the step that a container shows, a line each.
  let shows: @Sendable (ResolvedContainer) -> [String]

  init(
    _ title: String, proof: String, isLeftToAPerson: Bool = false,
    brokenBy rules: Rules = .these([]),
    shows: @escaping @Sendable (ResolvedContainer) -> [String] = { _ in [] }
  ) {
    self.title = title
    self.proof = proof
    self.isLeftToAPerson = isLeftToAPerson
    self.rules = rules
    self.shows = shows
  }
}
