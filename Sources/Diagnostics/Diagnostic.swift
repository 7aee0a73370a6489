/// One thing that is wrong, or worth knowing: what, where, and how to mend it.
///
/// Messages are lower case, without a full stop, with names in single quotes.
public struct Diagnostic: Hashable, Sendable {
  /// The degrees of severity.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case notice, warning, error

    /// A notice comes before a warning, a warning before an error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .notice: 0
      case .warning: 1
      case .error: 2
      }
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

  /// The entity of a container that a diagnostic is about.
  package struct Subject: Hashable, Sendable {
    /// The container's file.
    package let container: String
    /// The kind of entity, such as `tag`.
    package let kind: String
    /// The entity's name.
    package let name: String

    /// Names an entity.
    package init(container: String, kind: String, name: String) {
      self.container = container
      self.kind = kind
      self.name = name
    }

    /// `tag 'Purchase'`.
    package var text: String { "\(kind) '\(name)'" }
  }

  /// The severity of the problem.
  public let severity: Severity
  /// The stable id of the rule that found it, such as `missing-currency`.
  public let rule: String
  /// A description of the problem.
  public let message: String
  /// The place of the problem; `nil` where a whole plan is meant, or an entity of a container's file.
  public let place: SourcePlace?
  /// The entity, where the problem is in a container's file and has no place.
  package let subject: Subject?
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
    subject = nil
  }

  /// Makes a diagnostic about an entity of a container's file.
  package init(
    _ severity: Severity, rule: String, _ message: String, about subject: Subject,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.subject = subject
    self.notes = notes
    place = nil
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
