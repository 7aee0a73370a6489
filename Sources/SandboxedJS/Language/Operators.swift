/// An operator before its operand.
package enum UnaryOperator: String, Hashable, Sendable, CaseIterable {
  case not = "!"
  case negate = "-"
  case bitwiseNot = "~"
  case typeof
}

/// An operator between two operands that are both evaluated.
package enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case equal = "=="
  case notEqual = "!="
  case identical = "==="
  case notIdentical = "!=="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case bitwiseAnd = "&"
  case bitwiseOr = "|"
  case bitwiseXor = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case shiftRightUnsigned = ">>>"
}

/// An operator that evaluates its right operand only if the left one does not decide.
package enum LogicalOperator: String, Hashable, Sendable, CaseIterable {
  case and = "&&"
  case or = "||"
}

extension BinaryOperator {
  /// The strength with which it binds: 3 (`|`) to 10 (`*`); `||` is 1 and `&&` is 2.
  package var precedence: Int {
    switch self {
    case .bitwiseOr: 3
    case .bitwiseXor: 4
    case .bitwiseAnd: 5
    case .equal, .notEqual, .identical, .notIdentical: 6
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 7
    case .shiftLeft, .shiftRight, .shiftRightUnsigned: 8
    case .add, .subtract: 9
    case .multiply, .divide, .remainder: 10
    }
  }
}

extension LogicalOperator {
  /// The strength with which it binds, on the scale of ``BinaryOperator/precedence``.
  package var precedence: Int { self == .and ? 2 : 1 }
}
