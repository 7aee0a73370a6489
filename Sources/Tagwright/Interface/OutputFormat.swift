/// The formats in which a command prints its result, in the words of `--format`.
protocol OutputFormat: CaseIterable, RawRepresentable<String>, Sendable {
  /// For people: the format of a command that is asked for no other.
  static var text: Self { get }
}

/// The formats of most commands: for people, and for programs that read on.
enum TextOrJSON: String, OutputFormat {
  case text, json
}

extension Option {
  /// Declares `--format`.
  static func format<Format: OutputFormat>(
    _ formats: Format.Type, _ summary: String = "how to print the result"
  ) -> Option {
    .choice("format", Format.allCases.map(\.rawValue), summary)
  }
}

extension Invocation {
  /// The format that `--format` picks.
  func format<Format: OutputFormat>(_ formats: Format.Type = Format.self) -> Format {
    arguments[.format(formats)].flatMap(Format.init) ?? .text
  }
}
