import CustomTemplate
import TagwrightPlan

/// The variable template that says whether a hit has the consent that a policy asks for; Tag Manager has no such check
/// in server containers.
struct ConsentTemplate {
  private let types: [ConsentType]
  private let assumption: ConsentAssumption

  /// `nil` where consent is waived.
  init?(_ consent: Consent) {
    guard case .required(let types, let whenMissing) = consent.kind else { return nil }
    self.types = types
    assumption = whenMissing
  }

  /// The template's name, and that of its variable.
  var name: String {
    let words = types.map(\.rawValue).joined(separator: ", ")
    return "Consent to \(words)" + (assumption == .granted ? ", or no word of it" : "")
  }

  func draft(notes: String) -> TemplateDraft {
    let checks = types.map { type in
      "consent('\(type.rawValue)', \(type.signalPlaces.gcs), \(type.signalPlaces.gcd)) \(assumption == .granted ? "!== false" : "=== true")"
    }
    let code = TemplateCode(
      main: "return \(checks.joined(separator: " && "));\n", library: .shared)
    let template = CustomTemplate(
      kind: .variable, displayName: name,
      description: "Whether the hit has the visitor's consent.", code: code.text,
      permissions: code.calls.permissions(loggingAlways: false), scenarios: scenarios,
      setup: """
        let hit = {};
        mock('getEventData', (path) => hit[path]);
        """, notes: notes)
    return TemplateDraft(
      name: name, text: TemplateText(template.text),
      fileName: FileStem.words(of: name))
  }

  private var scenarios: [TemplateScenario] {
    [
      TemplateScenario(
        name: "Follows what the hit says, and the plan where it says nothing",
        code: """
          hit = {'x-ga-gcs': 'G111', 'x-ga-gcd': '13r3r3r3r5l1'};
          assertThat(runCode({})).isTrue();
          hit = {'x-ga-gcs': 'G100', 'x-ga-gcd': '13p3p3p3p5l1'};
          assertThat(runCode({})).isFalse();
          hit = {};
          assertThat(runCode({})).\(assumption == .granted ? "isTrue" : "isFalse")();
          """)
    ]
  }
}

extension ConsentType {
  /// Which signal of a hit says what: the type's place in `gcs` and in `gcd`.
  var signalPlaces: (gcs: Int, gcd: Int) {
    switch self {
    case .adStorage: (2, 2)
    case .analyticsStorage: (3, 4)
    case .adUserData: (9, 6)
    case .adPersonalization: (9, 8)
    }
  }
}
