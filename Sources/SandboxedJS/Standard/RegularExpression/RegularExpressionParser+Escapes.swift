extension RegularExpressionParser {
  /// Reads an escape outside a class.
  mutating func parseEscape() throws(RegularExpressionError) -> RegularExpressionSyntax {
    let assertion: RegularExpressionAssertion
    switch peek(1) {
    case "A": assertion = .textStart
    case "z": assertion = .textEnd
    case "b": assertion = .wordBoundary
    case "B": assertion = .noWordBoundary
    default:
      var parts = ScalarSet.Parts()
      if try parseClassEscape(into: &parts) {
        return .set(ScalarSet(parts, foldsCase: flags.ignoresCase))
      }
      return literal(try parseCharacterEscape())
    }
    index += 2
    return .assertion(assertion)
  }

  /// Reads `\d`, `\pL` and the like; false, without having moved, for anything else.
  mutating func parseClassEscape(into parts: inout ScalarSet.Parts) throws(RegularExpressionError)
    -> Bool
  {
    let ranges: [ClosedRange<UInt32>]
    switch peek(1) {
    case "d", "D": ranges = Self.digits
    case "s", "S": ranges = Self.spaces
    case "w", "W": ranges = Self.words
    case "p", "P":
      try parseUnicodeClass(into: &parts)
      return true
    default: return false
    }
    if peek(1)?.properties.isUppercase == true {
      parts.addComplement(of: ranges)
    } else {
      parts.ranges += ranges
    }
    index += 2
    return true
  }

  static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  static let spaces: [ClosedRange<UInt32>] = [0x09...0x0A, 0x0C...0x0D, 0x20...0x20]
  static let words: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]

  private mutating func parseUnicodeClass(into parts: inout ScalarSet.Parts)
    throws(RegularExpressionError)
  {
    let start = index
    var isNegated = peek(1) == "P"
    index += 2
    var text = String.UnicodeScalarView()
    if current == "{" {
      let name = pattern[(index + 1)...].prefix { $0 != "}" }
      index += name.count + 1
      guard current == "}" else { throw error("'\\p{' is never closed", at: start) }
      text.append(contentsOf: name)
      if text.first == "^" {
        isNegated.toggle()
        text.removeFirst()
      }
    } else if let scalar = current {
      text.append(scalar)
    }
    index += 1
    let name = String(text)
    if let categories = GeneralCategories(named: name) {
      if isNegated {
        parts.excludedCategories.append(categories)
      } else {
        parts.categories.formUnion(categories)
      }
    } else if let ranges = Scripts.ranges(named: name) {
      if isNegated { parts.addComplement(of: ranges) } else { parts.ranges += ranges }
    } else {
      throw error(
        "'\(name)' is not a class of characters known here: there are categories such as 'L', 'Lu' "
          + "and 'N', and the scripts \(Scripts.names.joined(separator: ", "))", at: start)
    }
  }

  /// Reads an escape that stands for one scalar.
  mutating func parseCharacterEscape() throws(RegularExpressionError) -> UInt32 {
    let start = index
    guard let scalar = peek(1) else { throw error("'\\' ends the pattern: write '\\\\'") }
    index += 2
    switch scalar {
    case "a": return 0x07
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "x": return try parseHexadecimal(digits: 2, from: start)
    case "u": return try parseHexadecimal(digits: 4, from: start)
    case "0": return octal(0, digits: 2)
    case "1"..."7" where current.map { ("0"..."7").contains($0) } == true:
      return octal(scalar.value - 0x30, digits: 2)
    case "1"..."9", "k":
      throw error("RE2 has no back-references: there is no '\\\(scalar)'", at: start)
    default: break
    }
    guard scalar.isASCII, !scalar.properties.isAlphabetic else {
      throw error("'\\\(scalar)' means nothing in RE2", at: start)
    }
    return scalar.value
  }

  private mutating func octal(_ first: UInt32, digits: Int) -> UInt32 {
    var value = first
    for _ in 0..<digits {
      guard let digit = current, ("0"..."7").contains(digit) else { break }
      value = value * 8 + digit.value - 0x30
      index += 1
    }
    return value
  }

  /// Reads `{…}` or exactly so many hexadecimal digits.
  private mutating func parseHexadecimal(digits: Int, from start: Int)
    throws(RegularExpressionError) -> UInt32
  {
    var value: UInt32 = 0
    let text: ArraySlice<Unicode.Scalar>
    if current == "{" {
      text = pattern[(index + 1)...].prefix { $0 != "}" }
      index += text.count + 2
    } else {
      text = pattern[index...].prefix(digits)
      index += text.count
    }
    let isComplete = index <= pattern.count && (pattern[index - 1] == "}" || text.count == digits)
    for scalar in text {
      let digit = UInt8(exactly: scalar.value).flatMap(Hexadecimal.value)
      guard let digit, value <= 0x10FFFF else {
        throw error("a hexadecimal escape is '\\x7F', '\\u00E4' or '\\x{1F600}'", at: start)
      }
      value = value << 4 | UInt32(digit)
    }
    guard isComplete, !text.isEmpty, Unicode.Scalar(value) != nil else {
      throw error("a hexadecimal escape is '\\x7F', '\\u00E4' or '\\x{1F600}'", at: start)
    }
    return value
  }
}
