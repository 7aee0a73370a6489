/// Looks whether the statements behind a place give a name another value before anything reads what it has.
struct Overwriting {
  /// The effects of a statement on the value that the name has.
  private enum Effect {
    /// It leaves it.
    case none
    /// It replaces it, or ends the function: nothing reads it on this way.
    case overwritten
    /// It reads it, or replaces it on some ways only.
    case unknown
  }

  private let name: String
  /// Whether functions use the name, so that any call can read it.
  private let isShared: Bool

  /// So many statements are looked at: no script takes long.
  private static let farthest = 200

  /// Whether the statements behind one of a list never read what it gives a name.
  ///
  /// - Parameter isOfList: whether the list declares the name, so that only functions in it can use it.
  static func isOverwritten(
    _ name: String, behind index: Int, in list: [Statement], isOfList: Bool
  ) -> Bool {
    let following = list[(index + 1)...].prefix(farthest)
    guard Overwriting(name: name, isShared: false).effect(of: following) == .overwritten else {
      return false
    }
    let isName = { (part: Expression) in part.isIdentifier(name) }
    let isShared =
      !isOfList
      || list.contains { statement in
        statement.contains { part in
          if case .function = part.kind { part.contains(isName) } else { false }
        }
          || statement.declaredFunctions.contains { function in
            Expression(.function(function), at: statement.position).contains(isName)
          }
      }
    return !isShared
      || Overwriting(name: name, isShared: true).effect(of: following) == .overwritten
  }

  private func effect(
    of statements: some Sequence<Statement>, endingAtBreak: Bool = false
  ) -> Effect {
    for statement in statements {
      if endingAtBreak, case .break = statement.kind { return .none }
      let effect = effect(of: statement)
      if effect != .none { return effect }
    }
    return .none
  }

  private func effect(of statement: Statement) -> Effect {
    switch statement.kind {
    case .empty, .function: return .none
    case .expression(let value): return effect(of: value)
    case .variables(let declaration):
      let isPassing = declaration.variables.allSatisfy { variable in
        variable.name.text != name && variable.initial.map(passes) ?? true
      }
      return isPassing ? .none : .unknown
    case .block(let body): return effect(of: body)
    case .if(let condition, let then, let otherwise):
      guard passes(condition) else { return .unknown }
      return Self.both(effect(of: then), otherwise.map(effect) ?? .none)
    case .switch(let subject, let cases): return effect(of: cases, subject)
    case .return(let value):
      return !isShared && value.map(passes) ?? true ? .overwritten : .unknown
    case .break, .continue: return .unknown
    case .for, .forIn, .forOf, .while:
      let reads = statement.contains { isName($0) || isShared && $0.isCall }
      return reads || statement.declares(name) ? .unknown : .none
    }
  }

  private func effect(of value: Expression) -> Effect {
    if case .assign(let target, let new) = value.kind, isName(target) {
      return passes(new) ? .overwritten : .unknown
    }
    return passes(value) ? .none : .unknown
  }

  private func effect(of cases: [Statement.SwitchCase], _ subject: Expression) -> Effect {
    guard passes(subject), cases.allSatisfy({ $0.value.map(passes) ?? true }) else {
      return .unknown
    }
    // Each case runs into those behind it, until a 'break'.
    var effects = cases.indices.map { start in
      effect(of: cases[start...].lazy.flatMap(\.body), endingAtBreak: true)
    }
    if !cases.contains(where: { $0.value == nil }) { effects.append(.none) }
    return effects.dropFirst().reduce(effects.first ?? .none, Self.both)
  }

  private static func both(_ first: Effect, _ second: Effect) -> Effect {
    first == second ? first : .unknown
  }

  /// Whether an expression leaves the name alone.
  private func passes(_ value: Expression) -> Bool {
    if case .function = value.kind { return true }
    return !value.contains { isName($0) || isShared && $0.isCall }
  }

  private func isName(_ expression: Expression) -> Bool { expression.isIdentifier(name) }
}

extension Expression {
  fileprivate var isCall: Bool { if case .call = kind { true } else { false } }

  fileprivate func isIdentifier(_ name: String) -> Bool { kind == .identifier(name) }
}
