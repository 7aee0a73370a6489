package import Diagnostics

/// A parameter of an entity in Tag Manager's own terms: a key and a value of one of its types.
public struct RawParameter: Sendable {
  package let key: String
  package let value: RawValue
  package let place: SourcePlace

  private init(_ key: String, _ value: RawValue, _ file: StaticString, _ line: UInt) {
    self.key = key
    self.value = value
    place = TagwrightPlan.place(file, line)
  }

  /// A text, number or variable reference such as `{{Event Name}}`.
  public static func text(
    _ key: String, _ value: String, file: StaticString = #filePath, line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .text(value), file, line)
  }
  /// The value of a source, through its variable.
  public static func source(
    _ key: String, _ source: Source, file: StaticString = #filePath, line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .source(source), file, line)
  }
  /// A truth value.
  public static func boolean(
    _ key: String, _ value: Bool, file: StaticString = #filePath, line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .boolean(value), file, line)
  }
  /// A whole number.
  public static func integer(
    _ key: String, _ value: Int, file: StaticString = #filePath, line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .integer(value), file, line)
  }
  /// A placeholder for a secret, through its variable.
  public static func secret(
    _ key: String, _ secret: Secret, file: StaticString = #filePath, line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .secret(secret), file, line)
  }
  /// A table: rows of named values.
  public static func table(
    _ key: String, _ rows: [[RawParameter]], file: StaticString = #filePath, line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .table(rows), file, line)
  }
}

/// A value of a raw parameter.
package indirect enum RawValue: Sendable {
  case text(String)
  case source(Source)
  case boolean(Bool)
  case integer(Int)
  case secret(Secret)
  case table([[RawParameter]])
}
