import Synchronization

/// The patterns that runs of one script gave as strings, compiled once for all of them.
final class PatternCache: Sendable {
  /// Enough for any template, and a bound for one that makes up patterns as it runs.
  static let mostPatterns = 64

  private let expressions = Mutex<[String: RegularExpression]>([:])

  /// The pattern as `match` and `search` read it.
  func expression(_ text: String) throws(RegularExpressionError) -> RegularExpression {
    if let known = expressions.withLock({ $0[text] }) { return known }
    let expression = try RegularExpression(text, allowsLookingAhead: true)
    expressions.withLock { known in
      if known.count < Self.mostPatterns { known[text] = expression }
    }
    return expression
  }
}
