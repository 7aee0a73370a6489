/// The line of a plan, or of any file, that something was written on.
public struct SourcePlace: Hashable, Sendable {
  /// The file, as the compiler or the reader named it.
  public let file: String
  /// The line, counted from 1.
  public let line: Int

  /// Names a line of a file.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension SourcePlace: Comparable {
  /// Orders by file, then by line.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }
}
