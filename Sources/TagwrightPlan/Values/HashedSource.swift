/// The source of a value that is already a SHA-256 digest of 64 hexadecimal digits.
///
/// A type of its own, so that a digest never meets a hashing step: what is not a digest is left out.
public struct HashedSource: Hashable, Sendable {
  package let source: Source

  package init(source: Source) { self.source = source }

  /// A digest in the event data, by its path.
  public static func eventData(
    _ path: String, file: StaticString = #filePath, line: UInt = #line
  ) -> HashedSource {
    HashedSource(source: .eventData(path, file: file, line: line))
  }

  /// A digest in a cookie.
  public static func cookie(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> HashedSource {
    HashedSource(source: .cookie(name, file: file, line: line))
  }

  /// A digest in a request header.
  public static func requestHeader(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> HashedSource {
    HashedSource(source: .requestHeader(name, file: file, line: line))
  }

  /// A digest in a variable that the plan declares elsewhere.
  public static func variable(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> HashedSource {
    HashedSource(source: .variable(name, file: file, line: line))
  }
}
