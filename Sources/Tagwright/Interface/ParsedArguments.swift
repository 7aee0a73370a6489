import Diagnostics

/// The arguments after a command, held against the command's options and operands.
///
/// Options are `--name`, `--name VALUE` or `--name=VALUE`, each once unless it may repeat; after `--` everything is an operand.
package struct ParsedArguments: Hashable, Sendable {
  /// The arguments that are not options, in the order in which they were typed.
  package private(set) var operands: [String] = []
  /// Whether `--help` was given; nothing else is checked then.
  package private(set) var asksForHelp = false
  private var values: [String: [String]] = [:]

  /// The value of an option, if it was given; the first of several.
  package subscript(option: Option) -> String? { values[option.name]?.first }

  /// The values of an option that may be given several times.
  package func all(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// Whether an option was given.
  package func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// Some of the options that were given, as they would be typed.
  func typed(_ options: [Option]) -> [String] {
    options.flatMap { option in
      all(option).map {
        option.value == .none ? "--\(option.name)" : "--\(option.name)=\($0)"
      }
    }
  }

  /// Reads what was typed.
  ///
  /// - Throws: for an option or an operand that the command does not take, a missing value, a word that
  ///   is no choice, an option given twice.
  package init(
    _ typed: [String], options: [Option], operands declared: Operands = .none
  ) throws(CommandError) {
    var remaining = typed[...]
    while let argument = remaining.popFirst() {
      if argument == "--" {
        operands += remaining
        break
      }
      if argument == "--help" || argument == "-h" {
        asksForHelp = true
        return
      }
      if argument.hasPrefix("-"), argument != "-" {
        try read(argument, from: &remaining, options: options)
      } else {
        operands.append(argument)
      }
    }
    try check(declared)
  }

  private mutating func read(
    _ argument: String, from remaining: inout ArraySlice<String>, options: [Option]
  ) throws(CommandError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typedName = String(parts[0])
    guard let option = options.first(where: { "--\($0.name)" == typedName }) else {
      throw Self.unknown(typedName, among: options)
    }
    guard option.mayRepeat || !has(option) else {
      throw CommandError("'--\(option.name)' is given twice")
    }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    switch option.value {
    case .none:
      guard attached == nil else { throw CommandError("'--\(option.name)' takes no value") }
      values[option.name] = [""]
    case .text, .choice:
      values[option.name, default: []].append(
        try Self.value(of: option, attached: attached, from: &remaining))
    }
  }

  private static func value(
    of option: Option, attached: String?, from remaining: inout ArraySlice<String>
  ) throws(CommandError) -> String {
    let next = remaining.first.flatMap { $0.hasPrefix("--") ? nil : $0 }
    guard let value = attached ?? next, !value.isEmpty else {
      throw CommandError("'--\(option.name)' needs a value", notes: ["write '\(option.usage)'"])
    }
    if attached == nil { remaining.removeFirst() }
    if case .choice(let words) = option.value, !words.contains(value) {
      throw CommandError(
        "'--\(option.name)' cannot be '\(value)'",
        notes: [Spelling.hint(for: value, among: words).message])
    }
    return value
  }

  private func check(_ declared: Operands) throws(CommandError) {
    if operands.count > declared.count.upperBound {
      throw CommandError("unexpected argument '\(operands[declared.count.upperBound])'")
    }
    if operands.count < declared.count.lowerBound {
      throw CommandError(
        "an argument is missing", notes: ["\(declared.usage): \(declared.summary)"])
    }
  }

  /// The error for an option that nobody declared.
  static func unknown(_ typed: String, among options: [Option]) -> CommandError {
    let known = (options + [.help]).map { "--\($0.name)" }
    return CommandError(
      "unknown option '\(typed)'", notes: [Spelling.hint(for: typed, among: known).message])
  }
}
