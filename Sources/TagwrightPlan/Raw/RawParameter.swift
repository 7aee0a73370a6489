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
  /// A text that holds the value of a secret itself; a placeholder stands in its place in every generated file.
  public static func text(
    _ key: String, _ secret: Secret, file: StaticString = #filePath, line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .placeholder(secret), file, line)
  }
  /// A tag, by its name; `isWeak` says whether the reference may outlive the tag, in transformations.
  public static func tag(
    _ key: String, _ name: String, isWeak: Bool? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .tag(name: name, isWeak: isWeak), file, line)
  }
  /// Triggers, such as those of a trigger group.
  public static func triggers(
    _ key: String, _ triggers: [TriggerReference], file: StaticString = #filePath,
    line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .triggers(triggers), file, line)
  }
  /// The type of what a template makes, as transformations name it.
  public static func type(
    _ key: String, of template: RawTemplate, file: StaticString = #filePath, line: UInt = #line
  ) -> RawParameter {
    RawParameter(key, .type(template), file, line)
  }
  /// A parameter as a container export has it, for what the other words do not say.
  ///
  /// - Parameters:
  ///   - key: its key; empty for one that has none, as in a list.
  ///   - type: its type's word, such as `TEMPLATE`.
  ///   - value: its text.
  ///   - list: its elements.
  ///   - map: its entries.
  ///   - isWeak: whether a reference to a tag may outlive the tag.
  public static func exactly(
    _ key: String, type: String, value: String? = nil, list: [RawParameter] = [],
    map: [RawParameter] = [], isWeak: Bool? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) -> RawParameter {
    RawParameter(
      key, .exact(type: type, value: value, list: list, map: map, isWeak: isWeak), file, line)
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
  case placeholder(Secret)
  case tag(name: String, isWeak: Bool?)
  case triggers([TriggerReference])
  case type(RawTemplate)
  case exact(
    type: String, value: String?, list: [RawParameter], map: [RawParameter], isWeak: Bool?)
}
