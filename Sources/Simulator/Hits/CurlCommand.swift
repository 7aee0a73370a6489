import SandboxedJS

/// A cURL command as browsers copy it from the network panel.
package enum CurlCommand {
  /// Options that say nothing of the request.
  private static let silent: Set<String> = [
    "--compressed", "--insecure", "-k", "--location", "-L", "--silent", "-s", "--include", "-i",
    "--verbose", "-v", "--globoff", "-g", "--http1.1", "--http2", "--http3", "--fail", "-f",
  ]

  /// The request that a command makes.
  ///
  /// - Throws: ``HitError`` for a quote that is not closed, an option that is not understood, a missing address.
  package static func hit(_ command: String) throws(HitError) -> IncomingHit {
    var words = try words(of: command)[...]
    guard words.popFirst() == "curl" else { throw HitError("the command is not 'curl'") }
    var url: String?
    var method: String?
    var headers: [NamedText] = []
    var data: [String] = []
    while let word = words.popFirst() {
      if word == ";" { break }
      guard word.hasPrefix("-"), word.count > 1 else {
        guard url == nil else { throw HitError("the command has two addresses") }
        url = word
        continue
      }
      if silent.contains(word) { continue }
      let (name, attached) = split(word)
      func value() throws(HitError) -> String {
        guard let value = attached ?? words.popFirst() else {
          throw HitError("the option '\(name)' of the command has no value")
        }
        return value
      }
      switch name {
      case "-X", "--request": method = try value()
      case "-H", "--header": headers.append(try header(try value()))
      case "-b", "--cookie":
        let cookie = try value()
        guard cookie.contains("=") else { throw HitError("cookies in a file cannot be read") }
        headers.append(NamedText("cookie", cookie))
      case "-A", "--user-agent": headers.append(NamedText("user-agent", try value()))
      case "-e", "--referer": headers.append(NamedText("referer", try value()))
      case "--url": url = try value()
      case "-d", "--data", "--data-raw", "--data-binary", "--data-ascii":
        let text = try value()
        if name != "--data-raw", text.hasPrefix("@") {
          throw HitError("a body in a file cannot be read; copy the command with the body")
        }
        data.append(text)
      default: throw HitError("the option '\(name.shortened)' of the command is not understood")
      }
    }
    guard let url else { throw HitError("the command has no address") }
    return try IncomingHit(
      url: url, method: method ?? (data.isEmpty ? "GET" : "POST"), headers: headers,
      body: data.isEmpty ? nil : data.joined(separator: "&"))
  }

  /// `--name=value` and `-Xvalue` as name and value.
  private static func split(_ word: String) -> (name: String, value: String?) {
    if word.hasPrefix("--") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
    }
    return word.count > 2 ? (String(word.prefix(2)), String(word.dropFirst(2))) : (word, nil)
  }

  private static func header(_ text: String) throws(HitError) -> NamedText {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == ";" }), colon != text.startIndex
    else { throw HitError("'\(text.shortened)' is not a header") }
    return NamedText(
      text[..<colon].trimmingSpaces.lowercased(), text[text.index(after: colon)...].trimmingSpaces)
  }

  // MARK: Words

  private static func words(of command: String) throws(HitError) -> [String] {
    // Windows escapes every quote and line end with a caret.
    let isWindows = command.contains("^\"") || command.contains("^\n") || command.contains("^\r\n")
    var reader = ShellReader(isWindows ? withoutCarets(command) : command)
    return try reader.words()
  }

  private static func withoutCarets(_ command: String) -> String {
    var text = ""
    var isEscaped = false
    for character in command {
      if isEscaped {
        if !character.isNewline { text.append(character) }
        isEscaped = false
      } else if character == "^" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}

/// The words of a command as a shell splits them.
private struct ShellReader {
  private var rest: Substring
  private var word = ""
  private var isInWord = false

  init(_ text: String) { rest = text[...] }

  mutating func words() throws(HitError) -> [String] {
    var words: [String] = []
    while let character = rest.popFirst() {
      switch character {
      case "'":
        isInWord = true
        word += try quoted()
      case "\"":
        isInWord = true
        try readDoubleQuoted()
      case "$" where rest.first == "'":
        rest.removeFirst()
        isInWord = true
        try readEscaped()
      case "\\":
        guard let next = rest.popFirst() else { break }
        if !next.isNewline {
          isInWord = true
          word.append(next)
        }
      case _ where character.isWhitespace:
        if isInWord { words.append(word) }
        (word, isInWord) = ("", false)
      case ";" where !isInWord: words.append(";")
      default:
        isInWord = true
        word.append(character)
      }
    }
    if isInWord { words.append(word) }
    return words
  }

  private static let open = HitError("a quote of the command is not closed; it was cut off")

  private mutating func quoted() throws(HitError) -> Substring {
    guard let end = rest.firstIndex(of: "'") else { throw Self.open }
    defer { rest = rest[rest.index(after: end)...] }
    return rest[..<end]
  }

  private mutating func readDoubleQuoted() throws(HitError) {
    while let character = rest.popFirst() {
      if character == "\"" { return }
      if character == "\\", let next = rest.first, "\"\\$`".contains(next) || next.isNewline {
        rest.removeFirst()
        if !next.isNewline { word.append(next) }
      } else {
        word.append(character)
      }
    }
    throw Self.open
  }

  /// `$'…'`, in which a body with several lines is copied.
  private mutating func readEscaped() throws(HitError) {
    while let character = rest.popFirst() {
      if character == "'" { return }
      guard character == "\\" else {
        word.append(character)
        continue
      }
      switch rest.popFirst() {
      case "n": word.append("\n")
      case "r": word.append("\r")
      case "t": word.append("\t")
      case "u": word.append(scalar(digits: 4))
      case "x": word.append(scalar(digits: 2))
      case let other?: word.append(other)
      case nil: throw Self.open
      }
    }
    throw Self.open
  }

  private mutating func scalar(digits: Int) -> Character {
    let code = rest.prefix(digits).prefix { $0.isHexDigit }
    rest = rest.dropFirst(code.count)
    return UInt32(code, radix: 16).flatMap(Unicode.Scalar.init).map(Character.init) ?? "\u{FFFD}"
  }
}
