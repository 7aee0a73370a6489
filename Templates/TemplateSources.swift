/// The sandboxed-JavaScript sources that the binary carries, a folder per destination.
package enum TemplateSources {}

/// A source file: a few declarations that do one thing.
package struct TemplateSource: Sendable {
  /// The file's name without its ending.
  package let name: String
  /// The code, in UTF-8.
  package let code: [UInt8]

  /// Names code that is no file's.
  package init(name: String, code: [UInt8]) {
    self.name = name
    self.code = code
  }
}
