import CustomTemplate
import Diagnostics
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
    Self.beginning + words + (assumption == .granted ? Self.ending : "")
  }

  private static let beginning = "Consent to "
  private static let ending = ", or no word of it"

  /// The types of consent, for people.
  var words: String { types.map(\.rawValue).joined(separator: ", ") }

  /// The source that says it: a variable of this template.
  func source(at place: SourcePlace) -> Source { Source(.variable(name: name), at: place) }

  /// The consent that a variable of this name says; `nil` for any other variable.
  static func consent(named name: String) -> Consent? {
    guard name.hasPrefix(beginning) else { return nil }
    let isLax = name.hasSuffix(ending)
    let words = name.dropFirst(beginning.count).dropLast(isLax ? ending.count : 0)
    let names = words.split(separator: ", ", omittingEmptySubsequences: false)
    let types = names.compactMap { ConsentType(rawValue: String($0)) }
    guard types.count == names.count, Set(types).count == types.count else { return nil }
    return Consent(
      kind: .required(types, whenMissing: isLax ? .granted : .refused),
      place: SourcePlace(file: "", line: 0))
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
    let granted = types.map { "\($0.rawValue): true" }.joined(separator: ", ")
    return [
      TemplateScenario(
        name: "Follows what the hit says, and the plan where it says nothing",
        code: """
          hit = {'x-ga-gcs': 'G111', 'x-ga-gcd': '13r3r3r3r5l1', consent_state: {\(granted)}};
          assertThat(runCode({})).isTrue();
          hit = {'x-ga-gcs': 'G1--', 'x-ga-gcd': '13l3l3R3l5l1', consent_state: {\(granted)}};
          assertThat(runCode({})).isTrue();
          hit.consent_state = undefined;
          hit['x-sst-system_properties.consent.consentGrantedState'] = {\(granted)};
          assertThat(runCode({})).\(assertion)();
          hit = {};
          assertThat(runCode({})).\(assertion)();
          """)
    ] + types.map(refusal)
  }

  /// The check of a hit without a signal.
  private var assertion: String { assumption == .granted ? "isTrue" : "isFalse" }

  /// A list of hits, as code, each with one signal that refuses a type.
  static func refusals(of type: ConsentType) -> String {
    let refusing = String(
      "13l3l3l3l5l1".enumerated().map { $0 == type.signalPlaces.gcd ? "p" : $1 })
    var signals = [
      "{'x-ga-gcd': '\(refusing)'}", "{'x-ga-mp2-gcd': '\(refusing)'}",
      "{'x-sst-system_properties.gcd': '\(refusing)'}",
      "{'x-sst-system_properties.consent.consentGrantedState': {\(type.rawValue): false}}",
      "{consent_state: {\(type.rawValue): 'denied'}}", "{consent_state: {\(type.rawValue): false}}",
    ]
    let code = type == .adStorage ? "G101" : type == .analyticsStorage ? "G110" : nil
    if let code { signals.insert("{'x-ga-gcs': '\(code)'}", at: 0) }
    return "[\(signals.joined(separator: ", "))]"
  }

  /// Every signal that refuses a type, each beside others that grant everything.
  private func refusal(_ type: ConsentType) -> TemplateScenario {
    return TemplateScenario(
      name: "Follows every signal that refuses \(type.rawValue)",
      code: """
        \(Self.refusals(of: type)).forEach((signal) => {
          hit = {'x-ga-gcs': 'G111', consent_state: {\(types.map { "\($0.rawValue): 'granted'" }.joined(separator: ", "))}};
          for (const path in signal) hit[path] = signal[path];
          assertThat(runCode({})).isFalse();
        });
        """)
  }
}

extension DraftBuilder {
  /// Adds the variable that says whether a hit has a consent, and its template.
  mutating func share(_ template: ConsentTemplate, at place: SourcePlace) {
    shareTemplate(template.name, at: place) { template.draft(notes: $0) }
    share(
      VariableDraft(
        name: template.name, type: .template(template.name), parameters: [],
        folder: folder(.variables, at: place),
        notes: notes(on: "Reads the consent that the hit carries.")), at: place)
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
