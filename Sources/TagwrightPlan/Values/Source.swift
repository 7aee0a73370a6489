package import Diagnostics

/// The source of a value when a hit arrives: event data, a cookie, a header, a constant and so on.
///
/// Two sources are equal when they read the same thing, wherever they were written.
public struct Source: Sendable {
  /// The kinds of places that a value can come from.
  package indirect enum Kind: Hashable, Sendable {
    case eventData(path: String)
    case cookie(name: String)
    case urlParameter(name: String)
    case requestHeader(name: String)
    case queryParameter(name: String)
    case constant(String)
    case variable(name: String)
    case builtIn(BuiltIn)
    case lookupTable(LookupTable)
    case regexTable(RegexTable)
    case firstOf([Source])
  }

  package let kind: Kind
  package let place: SourcePlace

  package init(_ kind: Kind, _ file: StaticString, _ line: UInt) {
    self.kind = kind
    self.place = TagwrightPlan.place(file, line)
  }

  package init(_ kind: Kind, at place: SourcePlace?) {
    self.kind = kind
    self.place = place ?? SourcePlace(file: "", line: 0)
  }
}

extension Source: Hashable {
  /// Equal when both read the same thing.
  public static func == (left: Source, right: Source) -> Bool { left.kind == right.kind }
  /// Hashes what is read, not where it was written.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

extension Source {
  /// A value of the event data, by its path: keys and array indexes separated by dots, such as
  /// `value`, `user_data.email_address` or `items.0.item_id`.
  ///
  /// Server-side tagging API `getEventData`; Event Data variable, type `ed`.
  public static func eventData(
    _ path: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.eventData(path: path), file, line)
  }

  /// The first value of a cookie of the incoming request, decoded.
  public static func cookie(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.cookie(name: name), file, line)
  }

  /// A query parameter of the page's address (`page_location`) or, where the page's own address
  /// has none, of a referrer (`page_referrer`) on the same host.
  public static func urlParameter(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.urlParameter(name: name), file, line)
  }

  /// A header of the incoming request; the name's case does not matter.
  public static func requestHeader(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.requestHeader(name: name), file, line)
  }

  /// A query parameter of the incoming request itself, not of the page.
  public static func queryParameter(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.queryParameter(name: name), file, line)
  }

  /// The same text for every hit.
  public static func constant(
    _ text: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.constant(text), file, line)
  }

  /// The same number for every hit.
  public static func constant(
    _ number: Int, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.constant(String(number)), file, line)
  }

  /// The same number for every hit.
  public static func constant(
    _ number: Double, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.constant(Source.numberText(number)), file, line)
  }

  /// A variable that the plan declares elsewhere, by its name in Tag Manager.
  public static func variable(
    _ name: String, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.variable(name: name), file, line)
  }

  /// One of Tag Manager's built-in variables.
  public static func builtIn(
    _ variable: BuiltIn, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.builtIn(variable), file, line)
  }

  /// A Lookup Table variable: the output whose input is equal to another source's value.
  ///
  /// - Parameters:
  ///   - name: the variable's name in Tag Manager.
  ///   - input: what is looked up.
  ///   - rows: inputs and outputs; an input is compared as text.
  ///   - fallback: the output where no row fits; without one the value is undefined.
  public static func lookupTable(
    _ name: String, of input: Source, _ rows: KeyValuePairs<String, String>,
    default fallback: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    let rows = rows.map { TableRow(input: $0.key, output: $0.value) }
    let table = LookupTable(name: name, input: input, rows: rows, fallback: fallback)
    return Source(.lookupTable(table), file, line)
  }

  /// A RegEx Table variable: the output of the first pattern that fits another source's value.
  ///
  /// - Parameters:
  ///   - name: the variable's name in Tag Manager.
  ///   - input: what is compared.
  ///   - rows: patterns in RE2 syntax and outputs.
  ///   - fallback: the output where no pattern fits; without one the value is undefined.
  ///   - ignoresCase: whether `a` fits `A`.
  ///   - matchesWhole: whether a pattern has to fit the whole value.
  public static func regexTable(
    _ name: String, of input: Source, _ rows: KeyValuePairs<String, String>,
    default fallback: String? = nil, ignoresCase: Bool = true, matchesWhole: Bool = true,
    file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    let table = RegexTable(
      name: name, input: input, rows: rows.map { TableRow(input: $0.key, output: $0.value) },
      fallback: fallback, ignoresCase: ignoresCase, matchesWhole: matchesWhole)
    return Source(.regexTable(table), file, line)
  }

  /// The first of several sources that has a value; zero and false are values, an empty text is not.
  public static func firstOf(
    _ sources: Source..., file: StaticString = #filePath, line: UInt = #line
  ) -> Source {
    Source(.firstOf(sources), file, line)
  }

  /// The sources in the order in which they are asked: those of a first-of, or this one alone.
  package var candidates: [Source] {
    guard case .firstOf(let sources) = kind else { return [self] }
    return sources.flatMap(\.candidates)
  }
}
