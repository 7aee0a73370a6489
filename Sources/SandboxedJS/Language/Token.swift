/// The smallest parts of a script.
struct Token {
  enum Kind: UInt8 {
    /// The end of the script.
    case end
    /// Text that is not a token; `Lexer.failure` says why. Nothing follows it but `end`.
    case invalid
    case identifier, number, string
    // Words of the language.
    case `break`, `case`, const, `continue`, `default`, `else`, `false`, `for`, function, `if`, `in`
    case `let`, null, `return`, `switch`, `true`, typeof, `var`, `while`
    /// A word of JavaScript that the sandbox does not have.
    case rejectedWord
    // Marks.
    case openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
    case semicolon, comma, colon, question, dot, arrow
    case assign, addAssign
    case or, and
    case bitwiseOr, bitwiseXor, bitwiseAnd
    case equal, notEqual, identical, notIdentical
    case less, lessOrEqual, greater, greaterOrEqual
    case shiftLeft, shiftRight, shiftRightUnsigned
    case add, subtract, multiply, divide, remainder
    case not, bitwiseNot, increment, decrement
    /// An operator of JavaScript that the sandbox does not have.
    case rejectedMark
  }

  let kind: Kind
  /// Whether a line break stands between the token before and this one.
  let followsLineBreak: Bool
  /// The bytes of the source that it covers.
  let start: Int32
  let end: Int32
  /// For an opening parenthesis: the index of the closing one, 0 if there is none.
  var match: Int32 = 0
  let position: SourcePosition
}

extension Token.Kind {
  /// Whether it can be a property's name: an identifier or any word.
  var isWord: Bool {
    self == .identifier
      || (rawValue >= Self.break.rawValue && rawValue <= Self.rejectedWord.rawValue)
  }

  /// Whether an operand ends with it, so that a following `/` divides.
  var endsOperand: Bool {
    switch self {
    case .identifier, .number, .string, .closeParenthesis, .closeBracket, .closeBrace, .true,
      .false,
      .null, .increment, .decrement:
      true
    default: false
    }
  }

  /// Returns the kind of token that a word is in the language, if it is one.
  static func word(_ letters: WordLetters) -> Token.Kind? {
    for (word, kind) in words[letters.bucket] where word == letters { return kind }
    return nil
  }

  private static let words: [[(WordLetters, Token.Kind)]] = {
    var words: [String: Token.Kind] = [
      "break": .break, "case": .case, "const": .const, "continue": .continue,
      "default": .default, "else": .else, "false": .false, "for": .for, "function": .function,
      "if": .if, "in": .in, "let": .let, "null": .null, "return": .return, "switch": .switch,
      "true": .true, "typeof": .typeof, "var": .var, "while": .while,
    ]
    for word in RejectedConstruct.words.keys { words[word] = .rejectedWord }
    var buckets = [[(WordLetters, Token.Kind)]](repeating: [], count: WordLetters.bucketCount)
    for (word, kind) in words {
      let letters = WordLetters(word)
      buckets[letters.bucket].append((letters, kind))
    }
    return buckets
  }()
}
