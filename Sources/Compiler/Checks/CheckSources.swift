import Diagnostics
import TagwrightPlan

/// Sources that no variable of Tag Manager can stand for, and references that lead nowhere.
func checkSources(_ container: ResolvedContainer) -> [Diagnostic] {
  let declared = container.declaredVariableNames
  return container.variableSources.flatMap { check($0, declared: declared) }
}

/// The same for the fields of a destination, which take several sources one by one.
func checkFields(_ sources: [Source], in container: ResolvedContainer) -> [Diagnostic] {
  let declared = container.declaredVariableNames
  return sources.flatMap(\.candidates).flatMap { check($0, declared: declared) }
}

private func check(_ source: Source, declared: Set<String>) -> [Diagnostic] {
  switch source.kind {
  case .constant(let text) where text.contains("{{"):
    return [
      Diagnostic(
        .error, rule: "reference-in-constant",
        "constant '\(text)' would be read as a variable reference", at: source.place,
        notes: [.init("use '.variable(\"…\")' to refer to a variable")])
    ]
  case .firstOf:
    return [
      Diagnostic(
        .error, rule: "first-of-in-variable", "no single variable can stand for several sources",
        at: source.place,
        notes: [.init("name one source here; 'firstOf' works in the fields of a destination")])
    ]
  case .variable(let name):
    guard !declared.contains(name) else { return [] }
    return [
      Diagnostic(
        .error, rule: "unknown-variable", "there is no variable '\(name)' in this container",
        at: source.place, notes: [Spelling.hint(for: name, among: declared.sorted())])
    ]
  case .lookupTable(let table): return check(table.input, declared: declared)
  case .regexTable(let table): return check(table.input, declared: declared)
  default: return []
  }
}

extension ResolvedContainer {
  /// The names of the variables that the plan declares itself.
  var declaredVariableNames: Set<String> {
    Set(
      elements.compactMap { element in
        switch element.kind {
        case .rawVariable(let variable): variable.name
        case .templateVariable(let variable): variable.name
        default: nil
        }
      })
  }

  /// The sources that become a variable of their own: in conditions and in raw parameters.
  var variableSources: [Source] {
    var sources = triggers.flatMap { $0.trigger.conditions.map(\.source) }
    for element in elements {
      switch element.kind {
      case .rawTag(let tag): sources += tag.parameters.flatMap(\.sources)
      case .rawTrigger(let trigger): sources += trigger.conditions.map(\.source)
      case .rawVariable(let variable): sources += variable.parameters.flatMap(\.sources)
      case .rawClient(let client): sources += client.parameters.flatMap(\.sources)
      case .templateTag(let tag): sources += tag.fields.flatMap(\.sources)
      case .templateVariable(let variable): sources += variable.fields.flatMap(\.sources)
      case .templateClient(let client): sources += client.fields.flatMap(\.sources)
      default: break
      }
    }
    return sources
  }
}

extension RawParameter {
  /// The sources that it takes, in tables too.
  fileprivate var sources: [Source] {
    switch value {
    case .source(let source): [source]
    case .table(let rows): rows.flatMap { $0.flatMap(\.sources) }
    default: []
    }
  }
}
