/// Something that has a value, and where it starts.
///
/// Expressions are equal when they mean the same; where they stand does not count. Parentheses are not
/// kept: the shape of the tree says what binds to what.
package struct Expression: Hashable, Sendable {
  /// The kind of the expression.
  package var kind: Kind
  /// The position of its first character.
  package var position: SourcePosition

  /// Makes an expression.
  package init(_ kind: Kind, at position: SourcePosition) {
    self.kind = kind
    self.position = position
  }

  package static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }

  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

  /// The forms of an expression.
  package indirect enum Kind: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    /// A string literal with a lone surrogate escape, which no Unicode text can hold: its UTF-16 units.
    case illFormedString([UInt16])
    /// A variable; `undefined` is one as well.
    case identifier(String)
    case array([Expression])
    case object([Property])
    /// A function expression or an arrow function.
    case function(Function)
    case member(Expression, Name)
    case index(Expression, Expression)
    case call(Expression, [Expression])
    case unary(UnaryOperator, Expression)
    /// `++` or `--`; the operand is an identifier, a member or an index.
    case update(Update, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case logical(LogicalOperator, Expression, Expression)
    case conditional(Expression, then: Expression, otherwise: Expression)
    /// `=`; the target is an identifier, a member or an index.
    case assign(Expression, Expression)
    /// `+=`; the target is an identifier, a member or an index.
    case addAssign(Expression, Expression)
  }

  /// One `key: value` of an object literal.
  package struct Property: Hashable, Sendable {
    /// The key; a number is written as JavaScript prints it, so that `0x10` is `16`.
    package var key: Name
    package var value: Expression

    /// Makes a property.
    package init(_ key: Name, _ value: Expression) {
      self.key = key
      self.value = value
    }
  }

  /// An operation `++` or `--`: its change to the operand, and the value that it has.
  package struct Update: Hashable, Sendable {
    /// Whether it is `++`.
    package var isIncrement: Bool
    /// Whether it stands before its operand and so has the new value.
    package var isPrefix: Bool

    /// Makes an update.
    package init(isIncrement: Bool, isPrefix: Bool) {
      self.isIncrement = isIncrement
      self.isPrefix = isPrefix
    }
  }
}
