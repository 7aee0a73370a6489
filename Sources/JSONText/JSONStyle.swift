/// A layout and escaping for JSON values as text.
package struct JSONStyle: Hashable, Sendable {
  /// Spaces for each level; `nil` prints everything on one line, without spaces.
  package let indent: Int?
  /// Whether `< > & = '`, U+2028 and U+2029 are escaped, so that the text can stand in HTML.
  package let escapesHTML: Bool

  /// A container as Tag Manager exports it: 4 spaces, one element per line, raw UTF-8, no final newline.
  ///
  /// Equal to Python's `json.dumps(value, indent=4, ensure_ascii=False)`.
  package static let container = JSONStyle(indent: 4, escapesHTML: false)
  /// A section of a custom template as Tag Manager writes it: 2 spaces, escaped for HTML.
  ///
  /// Equal to Gson's pretty printing with its HTML-safe default.
  package static let template = JSONStyle(indent: 2, escapesHTML: true)
  /// One line without spaces, for programs that read on.
  package static let compact = JSONStyle(indent: nil, escapesHTML: false)
  /// One line without spaces that can stand inside a page for browsers.
  package static let embedded = JSONStyle(indent: nil, escapesHTML: true)
  /// For people: 2 spaces, nothing escaped that need not be.
  package static let readable = JSONStyle(indent: 2, escapesHTML: false)
}

extension JSON {
  /// The text as UTF-8 bytes, without a final newline.
  package func bytes(_ style: JSONStyle) -> [UInt8] {
    var printer = JSONPrinter(style)
    printer.print(self)
    return printer.bytes
  }

  /// The text, without a final newline.
  package func text(_ style: JSONStyle) -> String {
    String(decoding: bytes(style), as: UTF8.self)
  }
}
