import SandboxedJS

extension VariableProgram {
  /// The places of the variables whose values may depend on what an event says of consent.
  static func dependingOnConsent(
    _ variables: [VariableProgram], _ templates: [TemplateProgram]
  ) -> [Int] {
    var found = Set(variables.indices.filter { variables[$0].readsConsent(templates) })
    while true {
      let further = variables.indices.filter { place in
        !found.contains(place) && variables[place].slots.contains { found.contains($0.index) }
      }
      if further.isEmpty { return found.sorted() }
      found.formUnion(further)
    }
  }

  /// Whether it may read the signals of consent itself.
  private func readsConsent(_ templates: [TemplateProgram]) -> Bool {
    switch source {
    case .eventData(.constant(let path), _): ConsentState.isSignal(path.asText)
    case .eventData, .browser: true
    case .template(let place, _): templates[place].mayReadConsent
    case .constant, .queryParameter, .header, .cookie, .table, .visitorRegion, .builtIn, .eventName,
      .missing, .notSimulated:
      false
    }
  }
}
