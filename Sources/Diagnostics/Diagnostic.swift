/// One thing that is wrong, or worth knowing: what, where, and how to mend it.
///
/// Messages are lower case, without a full stop, with names in single quotes.
public struct Diagnostic: Hashable, Sendable {
  /// The degrees of severity.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case warning, error

    /// A warning comes before an error.
    public static func < (left: Severity, right: Severity) -> Bool {
      left == .warning && right == .error
    }
  }

  /// A further line below a diagnostic: how to mend it, or the other place that it is about.
  public struct Note: Hashable, Sendable {
    /// The text of the note.
    public let message: String
    /// The place that it is about, where that is another than the diagnostic's own.
    public let place: SourcePlace?

    /// Makes a note.
    public init(_ message: String, at place: SourcePlace? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// The severity of the problem.
  public let severity: Severity
  /// The stable id of the rule that found it, such as `missing-currency`.
  public let rule: String
  /// A description of the problem.
  public let message: String
  /// The place of the problem; `nil` only where a whole plan is meant.
  public let place: SourcePlace?
  /// The notes on how to fix the problem.
  public let notes: [Note]

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, rule: String, _ message: String, at place: SourcePlace?,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.place = place
    self.notes = notes
  }
}

extension Sequence<Diagnostic> {
  /// All of them, sorted by place, then by rule; what has no place comes first.
  package func sortedByPlace() -> [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.place != b.place {
        guard let first = a.place else { return true }
        guard let second = b.place else { return false }
        return first < second
      }
      return (a.rule, left.offset) < (b.rule, right.offset)
    }.map(\.element)
  }
}
