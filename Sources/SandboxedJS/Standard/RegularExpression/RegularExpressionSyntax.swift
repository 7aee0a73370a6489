/// The syntax of a pattern, before it is compiled.
indirect enum RegularExpressionSyntax: Sendable {
  /// The empty text.
  case empty
  /// One scalar, as it is.
  case scalar(UInt32)
  /// One scalar of a class.
  case set(ScalarSet)
  /// Any scalar; whether line feeds count is the `s` flag's matter.
  case any(orLineFeed: Bool)
  /// A place between scalars.
  case assertion(RegularExpressionAssertion)
  /// A pattern that has to match, or must not match, from a place on; it takes nothing.
  case ahead(RegularExpressionSyntax, isNegated: Bool)
  /// A group whose text is kept, counted from 1.
  case group(RegularExpressionSyntax, index: Int)
  /// One after the other.
  case sequence([RegularExpressionSyntax])
  /// The first that leads to a match.
  case alternatives([RegularExpressionSyntax])
  /// So many times: no upper bound where `maximum` is `nil`.
  case repetition(RegularExpressionSyntax, minimum: Int, maximum: Int?, isGreedy: Bool)

  /// Whether it can match the empty text.
  var canBeEmpty: Bool {
    switch self {
    case .empty, .assertion, .ahead: true
    case .scalar, .set, .any: false
    case .group(let inner, index: _): inner.canBeEmpty
    case .sequence(let parts): parts.allSatisfy(\.canBeEmpty)
    case .alternatives(let parts): parts.contains(where: \.canBeEmpty)
    case .repetition(let inner, let minimum, _, _): minimum == 0 || inner.canBeEmpty
    }
  }

  /// The largest product of bounds of repetitions inside one another.
  var repetitionProduct: Int {
    switch self {
    case .empty, .scalar, .set, .any, .assertion: 1
    case .group(let inner, index: _), .ahead(let inner, isNegated: _): inner.repetitionProduct
    case .sequence(let parts), .alternatives(let parts):
      parts.map(\.repetitionProduct).max() ?? 1
    case .repetition(let inner, let minimum, let maximum, _):
      min(max(maximum ?? minimum, 1) * inner.repetitionProduct, 1_000_000)
    }
  }
}

/// The conditions on a place between two scalars.
enum RegularExpressionAssertion: Hashable, Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
}
