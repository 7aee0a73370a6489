/// Something that is done, and where it starts.
///
/// Statements are equal when they do the same; where they stand does not count.
package struct Statement: Hashable, Sendable {
  /// The kind of the statement.
  package var kind: Kind
  /// The position of its first character.
  package var position: SourcePosition

  /// Makes a statement.
  package init(_ kind: Kind, at position: SourcePosition) {
    self.kind = kind
    self.position = position
  }

  package static func == (left: Statement, right: Statement) -> Bool { left.kind == right.kind }

  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

  /// The forms of a statement.
  package indirect enum Kind: Hashable, Sendable {
    case empty
    case expression(Expression)
    case variables(VariableDeclaration)
    case function(Function)
    case block([Statement])
    case `if`(Expression, then: Statement, otherwise: Statement?)
    case `for`(ForLoop)
    case forIn(LoopVariable, Expression, Statement)
    case forOf(LoopVariable, Expression, Statement)
    case `while`(Expression, Statement)
    case `switch`(Expression, [SwitchCase])
    case `break`
    case `continue`
    case `return`(Expression?)
  }

  /// `for (initial; condition; update) body`.
  package struct ForLoop: Hashable, Sendable {
    /// The part before the first semicolon.
    package enum Initial: Hashable, Sendable {
      case variables(VariableDeclaration)
      case expression(Expression)
    }

    package var initial: Initial?
    package var condition: Expression?
    package var update: Expression?
    package var body: Statement

    /// Makes a loop.
    package init(
      _ initial: Initial?, condition: Expression?, update: Expression?, body: Statement
    ) {
      self.initial = initial
      self.condition = condition
      self.update = update
      self.body = body
    }
  }

  /// The variable that `for (… in …)` and `for (… of …)` set for each turn.
  package enum LoopVariable: Hashable, Sendable {
    case declared(VariableDeclaration.Keyword, Name)
    /// An identifier, a member or an index that exists already.
    case target(Expression)
  }

  /// One `case value:` or, without a value, `default:`.
  package struct SwitchCase: Hashable, Sendable {
    package var value: Expression?
    package var body: [Statement]
    /// The position of `case` or `default`.
    package var position: SourcePosition

    /// Makes a case.
    package init(_ value: Expression?, _ body: [Statement], at position: SourcePosition) {
      self.value = value
      self.body = body
      self.position = position
    }

    package static func == (left: SwitchCase, right: SwitchCase) -> Bool {
      left.value == right.value && left.body == right.body
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(value)
      hasher.combine(body)
    }
  }
}

/// `const`, `let` or `var`, and the variables that it declares.
package struct VariableDeclaration: Hashable, Sendable {
  /// The word that declares.
  package enum Keyword: String, Hashable, Sendable {
    case `const`
    case `let`
    case `var`
  }

  /// One variable and its first value.
  package struct Variable: Hashable, Sendable {
    package var name: Name
    package var initial: Expression?

    /// Makes a variable.
    package init(_ name: Name, _ initial: Expression?) {
      self.name = name
      self.initial = initial
    }
  }

  package var keyword: Keyword
  package var variables: [Variable]

  /// Makes a declaration.
  package init(_ keyword: Keyword, _ variables: [Variable]) {
    self.keyword = keyword
    self.variables = variables
  }
}
