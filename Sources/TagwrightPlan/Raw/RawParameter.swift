/// A parameter of an entity in Tag Manager's own terms: a key and a value of one of its types.
public struct RawParameter: Sendable {
  package let key: String
  package let value: RawValue

  /// A text, number or variable reference such as `{{Event Name}}`.
  public static func text(_ key: String, _ value: String) -> RawParameter {
    RawParameter(key: key, value: .text(value))
  }
  /// What a source gives, through its variable.
  public static func source(_ key: String, _ source: Source) -> RawParameter {
    RawParameter(key: key, value: .source(source))
  }
  /// A truth value.
  public static func boolean(_ key: String, _ value: Bool) -> RawParameter {
    RawParameter(key: key, value: .boolean(value))
  }
  /// A whole number.
  public static func integer(_ key: String, _ value: Int) -> RawParameter {
    RawParameter(key: key, value: .integer(value))
  }
  /// A placeholder for a secret, through its variable.
  public static func secret(_ key: String, _ secret: Secret) -> RawParameter {
    RawParameter(key: key, value: .secret(secret))
  }
  /// A table: rows of named values.
  public static func table(_ key: String, _ rows: [[RawParameter]]) -> RawParameter {
    RawParameter(key: key, value: .table(rows))
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
