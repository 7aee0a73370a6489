extension Expression {
  /// The strength with which the parts of the expression hold together, on the scale of
  /// ``BinaryOperator/precedence``: an expression goes into parentheses where more is needed.
  var precedence: Int {
    switch kind {
    case .assign, .addAssign, .conditional: 0
    case .function(let function): function.form == .arrow ? 0 : Self.primary
    case .logical(let sign, _, _): sign.precedence
    case .binary(let sign, _, _): sign.precedence
    case .unary: Self.unary
    case .update(let update, _): update.isPrefix ? Self.unary : Self.postfix
    case .member, .index, .call: Self.call
    case .number(let value):
      value.isNaN
        ? BinaryOperator.divide.precedence : value.sign == .minus ? Self.unary : Self.primary
    case .null, .boolean, .string, .illFormedString, .identifier, .array, .object: Self.primary
    }
  }

  static let unary = 11
  static let postfix = 12
  static let call = 13
  static let primary = 14
}
