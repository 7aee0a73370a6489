/// `___TESTS___`: the scenarios of a template, and what runs before each of them.
package struct TemplateTests: Hashable, Sendable {
  /// The scenarios, in the order in which they run.
  package var scenarios: [TemplateScenario]
  /// Test code that runs before each scenario, in the same scope; `nil` where the key is missing.
  package var setup: String?

  /// Takes scenarios and what runs before each.
  package init(scenarios: [TemplateScenario] = [], setup: String? = nil) {
    self.scenarios = scenarios
    self.setup = setup
  }
}

/// One test of a template: a name and test code.
package struct TemplateScenario: Hashable, Sendable {
  /// The name, shown in Google Tag Manager's list of tests.
  package var name: String
  /// Sandboxed JavaScript with the test APIs; lines end in LF.
  package var code: String

  /// Names test code.
  package init(name: String, code: String) {
    self.name = name
    self.code = code
  }
}
