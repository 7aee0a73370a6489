/// Builds the syntax tree of a script from its tokens.
struct Parser {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private let comments: [Comment]
  private let failure: SyntaxError?
  private var index = 0

  /// The number of constructs that enclose the place being read.
  private var depth = 0
  /// The number of levels in the tree below the last construct.
  var height = 0
  /// The numbers of loops, and of loops or `switch` statements, that enclose this place inside its
  /// function.
  var loops = 0
  var breakables = 0

  /// A tree has at most this many levels, so that whoever walks it by recursion needs a bounded stack.
  static let maximumDepth = 250

  init(_ source: String) throws(SyntaxError) {
    let lexer = Lexer(source)
    bytes = lexer.bytes
    tokens = lexer.tokens
    comments = lexer.comments
    failure = lexer.failure
  }

  mutating func program() throws(SyntaxError) -> Program {
    let statements = try statements(until: .end)
    return Program(statements, comments: comments)
  }

  // MARK: Tokens

  var current: Token { tokens[index] }
  var kind: Token.Kind { tokens[index].kind }
  var position: SourcePosition { tokens[index].position }

  /// The token after the current one.
  var following: Token { tokens[min(index + 1, tokens.count - 1)] }

  /// The token after the parenthesis that closes the current one.
  var afterMatch: Token? {
    let match = Int(current.match)
    return match > 0 && match + 1 < tokens.count ? tokens[match + 1] : nil
  }

  mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  /// Passes a token if it is the next one.
  mutating func accept(_ expected: Token.Kind) -> Bool {
    guard kind == expected else { return false }
    advance()
    return true
  }

  /// Passes a token that must be the next one.
  mutating func expect(
    _ expected: Token.Kind, _ text: String, _ purpose: String
  ) throws(SyntaxError) {
    guard accept(expected) else { throw unexpected("'\(text)' \(purpose)") }
  }

  func text(_ token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// A string's bytes between its quotes.
  func content(_ token: Token) -> ArraySlice<UInt8> {
    bytes[Int(token.start) + 1..<Int(token.end) - 1]
  }

  // MARK: Errors

  /// The current token, as messages show it.
  private var shown: String {
    switch kind {
    case .end: "the end of the script"
    case .string: "a string"
    case .number: "the number '\(text(current))'"
    default: "'\(text(current))'"
    }
  }

  /// The error that something else than what was needed stands here.
  func unexpected(_ expected: String) -> SyntaxError {
    rejected ?? SyntaxError("expected \(expected), found \(shown)", at: position)
  }

  /// The error for the current token if it belongs to a construct that the sandbox does not have.
  var rejected: SyntaxError? {
    switch kind {
    case .invalid: failure
    case .rejectedWord: RejectedConstruct.words[text(current)]?.error(at: position)
    case .rejectedMark: RejectedConstruct.marks[text(current)]?.error(at: position)
    default: nil
    }
  }

  /// Counts a level of recursion while something is read.
  mutating func enter() throws(SyntaxError) {
    depth += 1
    guard depth <= Self.maximumDepth else { throw tooDeep(at: position) }
  }

  mutating func leave() { depth -= 1 }

  /// Notes that a construct stands on top of others of this height.
  mutating func raise(over height: Int, at position: SourcePosition) throws(SyntaxError) {
    self.height = height + 1
    guard height + depth <= Self.maximumDepth else { throw tooDeep(at: position) }
  }

  private func tooDeep(at position: SourcePosition) -> SyntaxError {
    SyntaxError(
      "this nests deeper than \(Self.maximumDepth) levels; split it into functions or statements",
      at: position)
  }
}
