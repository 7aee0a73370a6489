import Synchronization

/// The patterns that runs of one script gave as strings, compiled once for all of them.
final class PatternCache: Sendable {
  /// Enough for any template, and a bound for one that makes up patterns as it runs.
  static let mostPatterns = 64

  private struct Known: @unchecked Sendable {
    /// By the constants of the script.
    var constants: [StringReference: RegularExpression] = [:]
    var texts: [String: RegularExpression] = [:]
  }

  private let known = Mutex(Known())
  private let layout: ScriptLayout

  init(of layout: ScriptLayout) { self.layout = layout }

  /// The pattern as `match` and `search` read it.
  func expression(
    _ string: StringReference, _ heap: Heap
  ) throws(RegularExpressionError) -> RegularExpression {
    if let known = known.withLock({ $0.constants[string] }) { return known }
    let text = string.text(heap)
    let expression: RegularExpression
    if let known = known.withLock({ $0.texts[text] }) {
      expression = known
    } else {
      expression = try RegularExpression(text, allowsLookingAhead: true)
    }
    let isConstant = layout.isConstant(string)
    known.withLock { known in
      if known.texts.count < Self.mostPatterns { known.texts[text] = expression }
      if isConstant { known.constants[string] = expression }
    }
    return expression
  }
}
