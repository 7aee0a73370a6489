/// An option of a command: `--name`, or `--name VALUE`.
package struct Option: Hashable, Sendable {
  /// The value behind the name.
  package enum Value: Hashable, Sendable {
    /// Nothing: it is given or not.
    case none
    /// Any text, which help calls by this name.
    case text(String)
    /// One of these words.
    case choice([String])
  }

  /// Without the two hyphens.
  package let name: String
  /// The value behind the name.
  package let value: Value
  /// Its purpose, in one line of help.
  package let summary: String
  /// Whether it may be given several times.
  package var mayRepeat = false

  /// Declares an option that is given or not.
  package static func flag(_ name: String, _ summary: String) -> Option {
    Option(name: name, value: .none, summary: summary)
  }

  /// Declares an option with a value.
  package static func text(
    _ name: String, _ valueName: String, _ summary: String, mayRepeat: Bool = false
  ) -> Option {
    Option(name: name, value: .text(valueName), summary: summary, mayRepeat: mayRepeat)
  }

  /// Declares an option whose value is one of a few words.
  package static func choice(_ name: String, _ words: [String], _ summary: String) -> Option {
    Option(name: name, value: .choice(words), summary: summary)
  }

  /// `--into DIR`, as help shows it.
  package var usage: String {
    switch value {
    case .none: "--\(name)"
    case .text(let valueName): "--\(name) \(valueName)"
    case .choice(let words): "--\(name) \(words.joined(separator: "|"))"
    }
  }

  /// Shows help; every command has it, and so has the tool.
  package static let help = Option.flag("help", "show this help")
  /// Shows the version; only before a command.
  package static let version = Option.flag("version", "show the version")
}

/// The arguments of a command besides options.
package struct Operands: Hashable, Sendable {
  /// As help shows them, such as `[PATH…]`.
  package let usage: String
  /// Their meaning, in one line of help.
  package let summary: String
  /// The numbers of them that are allowed.
  package let count: ClosedRange<Int>
  /// The words that an operand may be, where it is not a path.
  package let words: [String]?

  /// Declares operands.
  package init(
    _ usage: String, _ summary: String, count: ClosedRange<Int>, words: [String]? = nil
  ) {
    self.usage = usage
    self.summary = summary
    self.count = count
    self.words = words
  }

  /// Declares one operand out of a few words.
  package static func choice(_ words: [String], _ summary: String) -> Operands {
    Operands(words.joined(separator: "|"), summary, count: 1...1, words: words)
  }

  /// A command that takes options only.
  package static let none = Operands("", "", count: 0...0, words: [])
}
