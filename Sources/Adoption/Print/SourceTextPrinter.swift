import TagwrightPlan

/// Prints sources and conditions in the words of a plan.
struct SourceTextPrinter {
  /// A source; where a condition is expected, some of them need their type.
  func expression(_ source: Source, inCondition: Bool = false) -> SwiftExpression {
    func named(_ word: String, _ name: String) -> SwiftExpression {
      .call(word, [.init(nil, .string(name))])
    }
    let type = inCondition ? "Source" : ""
    switch source.kind {
    case .eventData(let path): return named(".eventData", path)
    case .cookie(let name): return named(".cookie", name)
    case .urlParameter(let name): return named(".urlParameter", name)
    case .requestHeader(let name): return named(".requestHeader", name)
    case .queryParameter(let name): return named(".queryParameter", name)
    case .constant(let text): return named("\(type).constant", text)
    case .variable(let name): return named(".variable", name)
    case .builtIn(let builtIn):
      return .call(".builtIn", [.init(nil, PlanPrinter.expression(builtIn))])
    case .firstOf(let sources):
      return .call("\(type).firstOf", sources.map { .init(nil, expression($0)) })
    case .lookupTable(let table):
      return .call(
        "\(type).lookupTable",
        self.table(table.name, table.input, table.rows, table.fallback))
    case .regexTable(let table):
      return .call(
        "\(type).regexTable",
        self.table(table.name, table.input, table.rows, table.fallback)
          + (table.ignoresCase ? [] : [.init("ignoresCase", .word("false"))])
          + (table.matchesWhole ? [] : [.init("matchesWhole", .word("false"))]))
    }
  }

  private func table(
    _ name: String, _ input: Source, _ rows: [TableRow], _ fallback: String?
  ) -> [SwiftExpression.Argument] {
    [
      .init(nil, .string(name)), .init("of", expression(input)),
      .init(nil, .pairs(rows.map { (.string($0.input), .string($0.output)) })),
    ] + (fallback.map { [.init("default", .string($0))] } ?? [])
  }

  func expression(_ condition: Condition) -> SwiftExpression {
    switch condition.kind {
    case .comparison(let comparison): expression(comparison)
    case .all(let conditions): .call(".allOf", conditions.map { .init(nil, expression($0)) })
    case .any(let conditions): .call(".anyOf", conditions.map { .init(nil, expression($0)) })
    }
  }

  func expression(_ comparison: Comparison) -> SwiftExpression {
    let isClient = comparison.source == .builtIn(.clientName) && comparison.operation == .equals
    let source = expression(comparison.source, inCondition: true)
    let value = SwiftExpression.Argument(nil, .string(comparison.value))
    func compared(_ sign: String) -> SwiftExpression {
      let plain = SwiftExpression.comparison(source, sign, .word(comparison.value))
      // An operator binds less than the negation before it.
      return comparison.isNegated ? .call("", [.init(nil, plain)]) : plain
    }
    let positive: SwiftExpression
    switch comparison.operation {
    case .equals where isClient: positive = .call(".client", [value])
    case .equals:
      return .comparison(source, comparison.isNegated ? "!=" : "==", .string(comparison.value))
    case .greater: positive = compared(">")
    case .greaterOrEquals: positive = compared(">=")
    case .less: positive = compared("<")
    case .lessOrEquals: positive = compared("<=")
    case .contains: positive = .method(source, "contains", [value])
    case .startsWith: positive = .method(source, "starts", [.init("with", value.value)])
    case .endsWith: positive = .method(source, "ends", [.init("with", value.value)])
    case .matchesRegex:
      positive = .method(
        source, "matches",
        [value] + (comparison.ignoresCase ? [.init("ignoringCase", .word("true"))] : []))
    case .cssSelector: positive = .method(source, "matchesSelector", [value])
    case .urlMatches: positive = .method(source, "matchesURL", [value])
    }
    return comparison.isNegated ? .negation(positive) : positive
  }
}
