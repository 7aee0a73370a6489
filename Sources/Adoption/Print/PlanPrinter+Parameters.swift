import TagwrightPlan

// Parameters and conditions.
extension PlanPrinter {
  func expression(_ parameter: RawParameter) -> SwiftExpression {
    let key = SwiftExpression.Argument(nil, .string(parameter.key))
    switch parameter.value {
    case .text(let text): return .call(".text", [key, .init(nil, .string(text))])
    case .source(let source):
      return .call(".source", [key, .init(nil, SourceTextPrinter().expression(source))])
    case .boolean(let value): return .call(".boolean", [key, .init(nil, .word("\(value)"))])
    case .integer(let value): return .call(".integer", [key, .init(nil, .word("\(value)"))])
    case .secret(let secret): return .call(".secret", [key, .init(nil, expression(secret))])
    case .placeholder(let secret): return .call(".text", [key, .init(nil, expression(secret))])
    case .table(let rows):
      let rows = rows.map { SwiftExpression.array($0.map { expression($0) }) }
      return .call(".table", [key, .init(nil, .array(rows))])
    case .tag(let name, let isWeak):
      return .call(".tag", [key, .init(nil, .string(name))] + flag("isWeak", isWeak))
    case .triggers(let references):
      return .call(".triggers", [key, .init(nil, triggers(references))])
    case .type(let template):
      return .call(".type", [key, .init("of", self.template(template))])
    case .exact(let type, let value, let list, let map, let isWeak):
      return .call(
        ".exactly",
        [key, .init("type", .string(type))]
          + (value.map { [.init("value", .string($0))] } ?? [])
          + parameters(list, label: "list") + parameters(map, label: "map")
          + flag("isWeak", isWeak))
    }
  }

  /// A truth value that may be missing.
  func flag(_ label: String, _ value: Bool?) -> [SwiftExpression.Argument] {
    value.map { [.init(label, .word("\($0)"))] } ?? []
  }

  private func expression(_ secret: Secret) -> SwiftExpression {
    .call(".secret", [.init(nil, .string(secret.name))])
  }

  func expression(_ condition: Condition) -> SwiftExpression {
    SourceTextPrinter().expression(condition)
  }

  func expression(_ condition: RawCondition) -> SwiftExpression {
    guard let plain = PlainCondition(condition) else {
      return .call(
        "RawCondition",
        [.init("type", .string(condition.type))]
          + [.init("parameters", .array(condition.parameters.map { expression($0) }))])
    }
    return .call(
      "RawCondition",
      [
        .init(nil, .string(plain.left)), .init(nil, .string(condition.type)),
        .init(nil, .string(plain.right)),
      ] + (plain.ignoresCase ? [.init("ignoresCase", .word("true"))] : [])
        + (plain.isNegated ? [.init("isNegated", .word("true"))] : []))
  }
}

/// A condition of two texts, as its short initialiser makes it.
private struct PlainCondition {
  let left: String
  let right: String
  let ignoresCase: Bool
  let isNegated: Bool

  init?(_ condition: RawCondition) {
    var rest = condition.parameters[...]
    func text(_ key: String) -> String? {
      guard let first = rest.first, first.key == key, case .text(let text) = first.value else {
        return nil
      }
      return text
    }
    func isTrue(_ key: String) -> Bool {
      guard let first = rest.first, first.key == key, case .boolean(true) = first.value else {
        return false
      }
      return true
    }
    guard let left = text("arg0") else { return nil }
    rest.removeFirst()
    guard let right = text("arg1") else { return nil }
    rest.removeFirst()
    ignoresCase = isTrue("ignore_case")
    if ignoresCase { rest.removeFirst() }
    isNegated = isTrue("negate")
    if isNegated { rest.removeFirst() }
    guard rest.isEmpty else { return nil }
    self.left = left
    self.right = right
  }
}
