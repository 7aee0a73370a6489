extension Lexer {
  /// The mark that stands at a place, and its length; `nil` if there is none.
  static func mark(_ bytes: [UInt8], at offset: Int) -> (Token.Kind, Int)? {
    let next = bytes[offset + 1]
    let third = bytes[offset + 2]
    let isAssignment = next == UInt8(ascii: "=")
    let isDouble = next == bytes[offset]
    switch bytes[offset] {
    case UInt8(ascii: "("): return (.openParenthesis, 1)
    case UInt8(ascii: ")"): return (.closeParenthesis, 1)
    case UInt8(ascii: "["): return (.openBracket, 1)
    case UInt8(ascii: "]"): return (.closeBracket, 1)
    case UInt8(ascii: "{"): return (.openBrace, 1)
    case UInt8(ascii: "}"): return (.closeBrace, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: "~"): return (.bitwiseNot, 1)
    case UInt8(ascii: "#"), UInt8(ascii: "@"): return (.rejectedMark, 1)
    case UInt8(ascii: "."):
      return isDouble && third == UInt8(ascii: ".") ? (.rejectedMark, 3) : (.dot, 1)
    case UInt8(ascii: "?"):
      if isDouble { return (.rejectedMark, third == UInt8(ascii: "=") ? 3 : 2) }
      if next == UInt8(ascii: "."), !third.isDigit { return (.rejectedMark, 2) }
      return (.question, 1)
    case UInt8(ascii: "="):
      if isDouble { return third == UInt8(ascii: "=") ? (.identical, 3) : (.equal, 2) }
      return next == UInt8(ascii: ">") ? (.arrow, 2) : (.assign, 1)
    case UInt8(ascii: "!"):
      if isAssignment { return third == UInt8(ascii: "=") ? (.notIdentical, 3) : (.notEqual, 2) }
      return (.not, 1)
    case UInt8(ascii: "+"):
      if isDouble { return (.increment, 2) }
      return isAssignment ? (.addAssign, 2) : (.add, 1)
    case UInt8(ascii: "-"):
      if isDouble { return (.decrement, 2) }
      return isAssignment ? (.rejectedMark, 2) : (.subtract, 1)
    case UInt8(ascii: "*"):
      if isDouble { return (.rejectedMark, third == UInt8(ascii: "=") ? 3 : 2) }
      return isAssignment ? (.rejectedMark, 2) : (.multiply, 1)
    case UInt8(ascii: "/"): return isAssignment ? (.rejectedMark, 2) : (.divide, 1)
    case UInt8(ascii: "%"): return isAssignment ? (.rejectedMark, 2) : (.remainder, 1)
    case UInt8(ascii: "&"):
      if isDouble { return third == UInt8(ascii: "=") ? (.rejectedMark, 3) : (.and, 2) }
      return isAssignment ? (.rejectedMark, 2) : (.bitwiseAnd, 1)
    case UInt8(ascii: "|"):
      if isDouble { return third == UInt8(ascii: "=") ? (.rejectedMark, 3) : (.or, 2) }
      return isAssignment ? (.rejectedMark, 2) : (.bitwiseOr, 1)
    case UInt8(ascii: "^"): return isAssignment ? (.rejectedMark, 2) : (.bitwiseXor, 1)
    case UInt8(ascii: "<"):
      if isDouble { return third == UInt8(ascii: "=") ? (.rejectedMark, 3) : (.shiftLeft, 2) }
      return isAssignment ? (.lessOrEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"):
      if isDouble {
        if third == UInt8(ascii: ">") {
          return bytes[offset + 3] == UInt8(ascii: "=")
            ? (.rejectedMark, 4) : (.shiftRightUnsigned, 3)
        }
        return third == UInt8(ascii: "=") ? (.rejectedMark, 3) : (.shiftRight, 2)
      }
      return isAssignment ? (.greaterOrEqual, 2) : (.greater, 1)
    default: return nil
    }
  }
}
