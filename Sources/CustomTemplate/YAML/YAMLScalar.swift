/// A text as a YAML scalar: which of YAML's ways of writing it are possible.
///
/// The rules are those of the YAML emitter that Google Tag Manager's exports show (a SnakeYAML with its defaults: 80
/// columns, 2 spaces, block scalars for texts of several lines, Unicode as it is).
struct YAMLScalar {
  /// The ways of writing a scalar.
  enum Style {
    case plain, singleQuoted, doubleQuoted, literal
  }

  let scalars: [Unicode.Scalar]
  private var hasLineBreak = false
  private var isPlainPossible = true
  private var isSingleQuotedPossible = true
  private var isLiteralPossible = true

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    analyse()
  }

  /// The style in which the text is written.
  ///
  /// - Parameter isLast: whether nothing follows: the blank lines at the end of the section would then be read as part of a text
  ///   that keeps its own.
  func style(isLast: Bool) -> Style {
    guard let first = scalars.first else { return .singleQuoted }
    if hasLineBreak {
      if isLiteralPossible, !(isLast && keepsLineEnds && !endsLikeASection) { return .literal }
    } else if isPlainPossible, !isOtherType(first) {
      return .plain
    }
    return isSingleQuotedPossible ? .singleQuoted : .doubleQuoted
  }

  /// The signs after the `|` of a literal: the indentation where the text hides it, and what happens to line ends at the end.
  var literalHints: String {
    let indentation = scalars.first == " " || scalars.first == "\n" ? "2" : ""
    guard scalars.last == "\n" else { return indentation + "-" }
    return indentation + (keepsLineEnds ? "+" : "")
  }

  /// Whether the text ends in more than one line end, or is nothing but one.
  private var keepsLineEnds: Bool {
    scalars.last == "\n" && (scalars.count == 1 || scalars[scalars.count - 2] == "\n")
  }

  /// Whether the text ends in exactly three line ends, as each section does.
  private var endsLikeASection: Bool {
    let ends = scalars.reversed().prefix { $0 == "\n" }.count
    return ends == 3 && scalars.count > 3
  }

  private mutating func analyse() {
    let text = scalars
    if text.starts(with: "---".unicodeScalars) || text.starts(with: "...".unicodeScalars) {
      isPlainPossible = false
    }
    for (index, scalar) in text.enumerated() {
      let isFirst = index == 0
      let isLast = index == text.count - 1
      let previous = isFirst ? nil : text[index - 1]
      if !isPlain(scalar, after: previous, before: isLast ? nil : text[index + 1]) {
        isPlainPossible = false
      }
      if scalar == "\n" {
        hasLineBreak = true
        isPlainPossible = false
        if previous == " " { onlyDoubleQuoted() }
      } else if scalar == " " {
        if isFirst || isLast { isPlainPossible = false }
        if isLast { isLiteralPossible = false }
        if previous == "\n" { isSingleQuotedPossible = false }
      } else if scalar.isYAMLSpecial {
        onlyDoubleQuoted()
      }
    }
  }

  private mutating func onlyDoubleQuoted() {
    isPlainPossible = false
    isSingleQuotedPossible = false
    isLiteralPossible = false
  }

  /// Whether a character means nothing else to YAML in this place of a plain scalar.
  private func isPlain(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    let endsWord = next.map { $0 == " " || $0 == "\n" } ?? true
    if scalar == ":" { return !endsWord }
    guard let previous else {
      if scalar == "-" || scalar == "?" { return !endsWord }
      return !"#,[]{}&*!|>'\"%@`".unicodeScalars.contains(scalar)
    }
    return !(scalar == "#" && (previous == " " || previous == "\n"))
  }

  /// Whether YAML 1.1 would read the plain text as something else than text: a truth value, nothing, a number, a date.
  private func isOtherType(_ first: Unicode.Scalar) -> Bool {
    if scalars.count <= 5 {
      let word = String(String.UnicodeScalarView(scalars))
      let words: Set = ["yes", "no", "true", "false", "on", "off", "null", "~", "<<", "="]
      let spellings = [word.lowercased(), word.uppercased()]
      let hasOwnSpelling = spellings.contains(word) || word == word.lowercased().capitalisedFirst
      if hasOwnSpelling, words.contains(word.lowercased()) { return true }
    }
    guard "0123456789+-.".unicodeScalars.contains(first) else { return false }
    return String(String.UnicodeScalarView(scalars)).isYAMLNumberOrDate
  }
}

extension String {
  /// Whether YAML 1.1 reads the text as a number or a date.
  fileprivate var isYAMLNumberOrDate: Bool {
    let integer = /[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]+|0|[1-9][0-9_]*(?::[0-5]?[0-9])*)/
    let decimal =
      /[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|\.(?:inf|Inf|INF|nan|NaN|NAN))/
    let date =
      /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]| +)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?: *(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?/
    return wholeMatch(of: integer) != nil || wholeMatch(of: decimal) != nil
      || wholeMatch(of: date) != nil
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Unicode.Scalar {
  /// Whether the character can stand in no style but the double-quoted one.
  ///
  /// U+0085, U+2028 and U+2029 end a line for some readers and not for others, so they are never written as they are.
  var isYAMLSpecial: Bool {
    switch value {
    case 0x0A, 0x20...0x7E: false
    case 0x2028, 0x2029, 0xFEFF: true
    case 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: false
    default: true
    }
  }
}
