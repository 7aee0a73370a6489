import Diagnostics

extension TemplateRule {
  static let scenarioName = TemplateRule(
    id: "scenario-name",
    severity: .error,
    summary: "the name of a scenario has none of the characters that Tag Manager refuses",
    documentation: """
      Tag Manager refuses to save or to import a template whose scenario has '"' or ';' in its name. Whether it takes ':' is \
      not known: no published template has it in one of several thousand names, so that it is refused here, too.
      """,
    wrong: Example(
      .tests, "scenarios:\n- name: Counts once; sends once\n  code: runCode({});"),
    right: Example(
      .tests, "scenarios:\n- name: Counts once, sends once\n  code: runCode({});")
  ) { template in
    zip(template.document.template.scenarios, template.document.scenarioPlaces)
      .compactMap { scenario, place -> TemplateBreach? in
        guard let character = scenario.name.first(where: { "\";:".contains($0) }) else {
          return nil
        }
        return TemplateBreach(
          "the name of the scenario '\(scenario.name)' has '\(character)'", at: place.nameLine,
          notes: [
            character == ":"
              ? "no published template has it in a name, so that Tag Manager may refuse it: leave it out"
              : "Tag Manager refuses it: leave it out"
          ])
      }
  }
}
