import CustomTemplate
import TagwrightPlan

/// The variable template that gives a GA4 tag what says who the visitor is, as far as the visitor agreed to what some
/// destination asks for.
struct ConsentedValueTemplate {
  static let name = "Value with Consent"
  static let valueField = "value"
  /// The name of the field that says what may be sent under which consent, a line each.
  static let partsField = "parts"

  /// A line of ``partsField``: the path below the value, `*` for the whole, then the types of consent that are all needed.
  static func line(_ path: String, under types: [ConsentType]) -> String {
    ([path.isEmpty ? "*" : path] + types.map(\.rawValue)).joined(separator: " ")
  }

  /// The types that the container asks for, so that its permission names no other.
  let types: [ConsentType]

  func draft(notes: String) -> TemplateDraft {
    let granted = types.map { "\($0.rawValue): isConsentGranted('\($0.rawValue)')" }
    let code = TemplateCode(
      main: """
        return consentedValue(data.\(Self.valueField), data.\(Self.partsField), {\(granted.joined(separator: ", "))});

        """, library: WebLibrary.modules)
    let template = CustomTemplate(
      kind: .variable, side: .web, displayName: Self.name,
      description: "A value, or the parts of an object, that the visitor agreed to send.",
      fields: [
        .text(name: Self.valueField, displayName: "Value"),
        .text(
          name: Self.partsField, displayName: "What is sent, and with which consent",
          help:
            "A line for each part: its path below the value (* for the whole), then the types of consent that it needs.",
          lineCount: 4),
      ],
      code: code.text, permissions: code.calls.webPermissions, scenarios: scenarios,
      setup: """
        let isGranted = true;
        mock('isConsentGranted', (type) => isGranted);
        const person = {email_address: 'alice@example.com', address: {city: 'Berlin'}, other: 'kept'};
        """, notes: notes)
    return TemplateDraft(
      name: Self.name, text: TemplateText(template.text), fileName: "web-value-with-consent")
  }

  private var scenarios: [TemplateScenario] {
    let type = types.first?.rawValue ?? ""
    return [
      TemplateScenario(
        name: "Sends a whole value with consent, and nothing without",
        code: """
          const input = {value: 'user_123', parts: '* \(type)'};
          assertThat(runCode(input)).isEqualTo('user_123');
          isGranted = false;
          assertThat(runCode(input)).isUndefined();
          assertApi('isConsentGranted').wasCalledWith('\(type)');
          """),
      TemplateScenario(
        name: "Sends only the parts that a destination reads",
        code: """
          const input = {value: person, parts: 'email_address \(type)\\naddress.city\\nphone_number'};
          assertThat(runCode(input)).isEqualTo({email_address: 'alice@example.com', address: {city: 'Berlin'}});
          isGranted = false;
          assertThat(runCode(input)).isEqualTo({address: {city: 'Berlin'}});
          """),
      TemplateScenario(
        name: "Has no value where there is none",
        code: """
          assertThat(runCode({value: 'alice', parts: 'email_address'})).isUndefined();
          assertThat(runCode({value: undefined, parts: '*'})).isUndefined();
          assertThat(runCode({value: person})).isUndefined();
          """),
    ]
  }
}
