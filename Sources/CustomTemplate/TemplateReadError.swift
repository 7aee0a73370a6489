package import Diagnostics

/// A problem in a text that should be a template file, and its place.
package struct TemplateReadError: Error, Hashable, Sendable {
  /// The file and the line in it.
  package let place: SourcePlace
  /// The column, counted from 1 in characters, where it is known.
  package let column: Int?
  /// The section, such as `INFO`; `nil` where the file as a whole is meant.
  package let section: String?
  /// A description of what was found and what to do: lower case, no full stop.
  package let message: String

  /// Says what is wrong, and where.
  package init(place: SourcePlace, column: Int? = nil, section: String? = nil, message: String) {
    self.place = place
    self.column = column
    self.section = section
    self.message = message
  }
}

extension TemplateReadError: CustomStringConvertible {
  /// `file:line:column: in ___INFO___: message`
  package var description: String {
    let column = column.map { ":\($0)" } ?? ""
    let section = section.map { "in ___\($0)___: " } ?? ""
    return "\(place.file):\(place.line)\(column): \(section)\(message)"
  }
}
