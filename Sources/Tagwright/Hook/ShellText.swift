/// Words as a POSIX shell reads them.
enum ShellText {
  /// A word in single quotes, whatever it holds.
  static func quoted(_ word: String) -> String {
    // Scalar by scalar: a quote with an accent upon it is still a quote to the shell.
    var text = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar == "'" { text += #"'\'"#.unicodeScalars }
      text.append(scalar)
    }
    return "'\(String(text))'"
  }

  /// A word as a person would type it: in quotes only where a shell needs them.
  static func quotedIfNeeded(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "/._-~".unicodeScalars.contains($0)
    }
    return isPlain && !word.isEmpty ? word : quoted(word)
  }

  /// The words of a line that ``quoted(_:)`` made.
  static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var isQuoted = false
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch scalar {
      case _ where isEscaped:
        word = (word ?? .init()) + [scalar]
        isEscaped = false
      case "'":
        isQuoted.toggle()
        word = word ?? .init()
      case "\\" where !isQuoted: isEscaped = true
      case " " where !isQuoted:
        if let word { words.append(String(word)) }
        word = nil
      default: word = (word ?? .init()) + [scalar]
      }
    }
    return words + (word.map { [String($0)] } ?? [])
  }
}
