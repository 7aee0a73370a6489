package import Diagnostics

/// A variable with a name of its own.
///
/// Sources make the variables that they need by themselves; this is for names that are given.
public struct Variable: Sendable {
  package let name: String
  package let value: VariableValue
  package let notes: String?
  package let place: SourcePlace

  /// Declares a variable.
  ///
  /// - Parameters:
  ///   - name: the variable's name in Tag Manager; `.variable(name)` and `{{name}}` refer to it.
  ///   - value: where its value comes from.
  ///   - notes: what stands in the variable's notes.
  public init(
    _ name: String, _ value: VariableValue, notes: String? = nil, file: StaticString = #filePath,
    line: UInt = #line
  ) {
    self.name = name
    self.value = value
    self.notes = notes
    place = TagwrightPlan.place(file, line)
  }
}

/// The origin of a named variable's value. Texts may refer to other variables, as `{{name}}`.
public struct VariableValue: Sendable {
  package enum Kind: Sendable {
    case eventData(path: String, fallback: String?)
    case cookie(name: String, isDecoded: Bool)
    case requestHeader(name: String)
    case queryParameter(name: String)
    case dataLayer(path: String, version: Int, fallback: String?)
    case constant(String)
    case secret(Secret)
    case lookupTable(input: String, rows: [TableRow], fallback: String?)
    case regexTable(
      input: String, rows: [TableRow], fallback: String?, ignoresCase: Bool, matchesWhole: Bool,
      replaces: Bool)
  }

  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }

  /// A value of the event data, by its path.
  public static func eventData(
    _ path: String, default fallback: String? = nil
  ) -> VariableValue {
    VariableValue(.eventData(path: path, fallback: fallback))
  }

  /// A cookie of the incoming request.
  public static func cookie(_ name: String, decoded isDecoded: Bool = true) -> VariableValue {
    VariableValue(.cookie(name: name, isDecoded: isDecoded))
  }

  /// A header of the incoming request.
  public static func requestHeader(_ name: String) -> VariableValue {
    VariableValue(.requestHeader(name: name))
  }

  /// A query parameter of the incoming request.
  public static func queryParameter(_ name: String) -> VariableValue {
    VariableValue(.queryParameter(name: name))
  }

  /// A value of the page's data layer, by its path; in web containers.
  public static func dataLayer(
    _ path: String, version: Int = 2, default fallback: String? = nil
  ) -> VariableValue {
    VariableValue(.dataLayer(path: path, version: version, fallback: fallback))
  }

  /// The same text always.
  public static func constant(_ text: String) -> VariableValue { VariableValue(.constant(text)) }

  /// The value of a secret; a placeholder stands in its place in every generated file.
  public static func secret(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> VariableValue {
    VariableValue(.secret(.secret(name, file: file, line: line)))
  }

  /// The output whose input is equal to a text, such as `{{Event Name}}`.
  public static func lookupTable(
    of input: String, _ rows: KeyValuePairs<String, String>, default fallback: String? = nil
  ) -> VariableValue {
    VariableValue(.lookupTable(input: input, rows: TableRow.rows(rows), fallback: fallback))
  }

  /// The output of the first pattern, in RE2 syntax, that fits a text, such as `{{Event Name}}`.
  ///
  /// - Parameters:
  ///   - input: what is compared.
  ///   - rows: patterns and outputs.
  ///   - fallback: the output where no pattern fits; without one the value is undefined.
  ///   - ignoresCase: whether `a` fits `A`.
  ///   - matchesWhole: whether a pattern has to fit the whole text.
  ///   - replaces: whether an output takes parts of what was found, as `$1`.
  public static func regexTable(
    of input: String, _ rows: KeyValuePairs<String, String>, default fallback: String? = nil,
    ignoresCase: Bool = true, matchesWhole: Bool = true, replaces: Bool = false
  ) -> VariableValue {
    VariableValue(
      .regexTable(
        input: input, rows: TableRow.rows(rows), fallback: fallback, ignoresCase: ignoresCase,
        matchesWhole: matchesWhole, replaces: replaces))
  }
}

extension TableRow {
  fileprivate static func rows(_ rows: KeyValuePairs<String, String>) -> [TableRow] {
    rows.map { TableRow(input: $0.key, output: $0.value) }
  }
}
