/// Writes a syntax tree as text.
struct ScriptPrinter {
  /// The longest line that readable text has where it can be broken.
  static let width = 90

  /// Behind every place of a script.
  static let end = SourcePosition(line: .max, column: .max)

  /// The place of a statement in the script.
  struct Scope {
    /// The column that it starts in.
    var column: Int
    /// The start of the next statement.
    var end: SourcePosition
  }

  let style: ScriptStyle
  private(set) var output = ""
  var indentation = 0
  /// The start of an expression that cannot start with `{` or `function`, in bytes of the output.
  var guardedStart = -1
  /// The comments that are not written yet, the next one last.
  var comments: [Comment]
  /// For a text that has to fit on the rest of a line: how many characters it may have.
  private(set) var room: Int?
  /// Whether it did not fit, or has to be broken.
  private(set) var isBroken = false

  /// The innermost statement that is being written.
  var scope = Scope(column: 0, end: Self.end)

  private var lastToken = ""
  private var column = 0
  private(set) var line = 1
  /// The last line of the script that something was written from, and where it was written to.
  private(set) var sourceLine = 0
  private var sourceOutputLine = 0

  init(_ style: ScriptStyle, comments: [Comment] = []) {
    self.style = style
    self.comments = style == .readable ? comments.reversed() : []
  }

  var isReadable: Bool { style == .readable }
  var isFlat: Bool { room != nil }
  var length: Int { output.utf8.count }

  /// A printer for what has to fit on the rest of this line, and on `reserved` characters less.
  func flat(reserving reserved: Int = 0) -> ScriptPrinter {
    var flat = ScriptPrinter(style)
    flat.room = max(Self.width - reserved - (column == 0 ? indentation : column), 0)
    flat.lastToken = lastToken
    flat.guardedStart = guardedStart == length ? 0 : -1
    return flat
  }

  /// Takes over what a flat printer wrote.
  mutating func append(_ flat: ScriptPrinter) {
    guard !flat.output.isEmpty else { return }
    startLine()
    output += flat.output
    column += flat.column
    lastToken = flat.lastToken
    noteSource(line: flat.sourceLine)
  }

  /// Gives up writing on one line.
  mutating func fail() { isBroken = true }

  /// Writes a token, with a space before it where it would run into the last one.
  mutating func put(_ token: String) {
    guard !isBroken else { return }
    startLine()
    if runsTogether(lastToken, token) { putRaw(" ") }
    putRaw(token)
    lastToken = token
  }

  /// Writes a space that only people need.
  mutating func space() {
    guard isReadable, !isBroken, output.utf8.last != UInt8(ascii: " ") else { return }
    startLine()
    putRaw(" ")
    lastToken = " "
  }

  /// Ends the line; flat and compact text has only one.
  mutating func newLine() {
    guard isReadable else { return }
    if isFlat { return fail() }
    output += "\n"
    column = 0
    line += 1
    lastToken = "\n"
  }

  /// Writes characters that are no token: comments.
  mutating func putText(_ text: String) {
    startLine()
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    putRaw(text)
    line += lines.count - 1
    lastToken = " "
  }

  /// Notes that what is written next stands on a line of the script.
  mutating func noteSource(_ position: SourcePosition) { noteSource(line: position.line) }

  /// The number of output lines that follow the one with the last known line of the script.
  var linesSinceSource: Int { line - sourceOutputLine }

  private mutating func noteSource(line source: Int) {
    guard source >= sourceLine else { return }
    sourceLine = source
    sourceOutputLine = line
  }

  private mutating func startLine() {
    guard column == 0, !isFlat, isReadable else { return }
    if indentation > 0 { output += String(repeating: " ", count: indentation) }
    column = indentation
    if guardedStart == length - indentation { guardedStart = length }
  }

  private mutating func putRaw(_ text: String) {
    output += text
    column += text.utf8.count
    if let room, column > room { isBroken = true }
  }

  private func runsTogether(_ left: String, _ right: String) -> Bool {
    guard let last = left.utf8.last, let first = right.utf8.first else { return false }
    if Self.isWordPart(last), Self.isWordPart(first) { return true }
    switch left {
    case "+": return first == UInt8(ascii: "+")
    case "-": return first == UInt8(ascii: "-")
    // Engines read "<!--" as a comment.
    case "<": return first == UInt8(ascii: "!")
    default: return false
    }
  }

  private static func isWordPart(_ byte: UInt8) -> Bool { byte.isWordPart || byte >= 0x80 }
}
