import Diagnostics

extension SourcePlace {
  /// The place of what no file declares yet.
  static let none = SourcePlace(file: "", line: 0)
}
