import CustomTemplate

/// The text of a template file in two parts, so that templates that differ in their info alone share the rest.
struct TemplateText: Hashable {
  private let info: String
  private let rest: String

  /// A text of its own.
  init(_ text: String) {
    info = ""
    rest = text
  }

  /// Puts what stands behind another template's info under an info of its own.
  init(_ info: TemplateInfo, rest: String) {
    self.info = CustomTemplate.infoText(info)
    self.rest = rest
  }

  /// The whole text; makes it anew each time.
  var text: String { info + rest }
  /// The length of the text in UTF-8.
  var byteCount: Int { info.utf8.count + rest.utf8.count }
}
