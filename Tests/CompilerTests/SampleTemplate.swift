import CustomTemplate
import JSONText

/// Template files for tests.
enum SampleTemplate {
  /// A file's text.
  static func text(
    kind: CustomTemplate.Kind = .variable, side: CustomTemplate.Side = .server,
    displayName: String = "Sample", fields: [TemplateField] = [],
    code: String = "data.gtmOnSuccess();"
  ) -> String {
    CustomTemplate(
      kind: kind, side: side, displayName: displayName, description: "", fields: fields, code: code
    ).text
  }
}
