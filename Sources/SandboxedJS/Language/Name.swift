/// A name as it was written: of a variable, a parameter, a function or a property.
///
/// Names are equal when their texts are; where they stand does not count.
package struct Name: Hashable, Sendable {
  /// The name.
  package var text: String
  /// The position of the name.
  package var position: SourcePosition

  /// Makes a name.
  package init(_ text: String, at position: SourcePosition) {
    self.text = text
    self.position = position
  }

  package static func == (left: Name, right: Name) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
