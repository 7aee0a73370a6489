extension RegularExpressionParser {
  /// Reads a class in brackets.
  mutating func parseClass() throws(RegularExpressionError) -> ScalarSet {
    let start = index
    index += 1
    let isNegated = current == "^"
    if isNegated { index += 1 }
    var parts = ScalarSet.Parts()
    var isFirst = true
    while isFirst || current != "]" {
      isFirst = false
      guard let scalar = current else { throw error("'[' is never closed", at: start) }
      if startsWith("[:"), try parseNamedClass(into: &parts) { continue }
      if scalar == "\\", try parseClassEscape(into: &parts) { continue }
      let from = index
      let lower = try parseClassCharacter(from: start)
      guard current == "-", let next = peek(1), next != "]" else {
        parts.ranges.append(lower...lower)
        continue
      }
      index += 1
      let upper = try parseClassCharacter(from: start)
      guard lower <= upper else {
        throw error("a range in '[…]' runs from the smaller character to the larger", at: from)
      }
      parts.ranges.append(lower...upper)
    }
    index += 1
    return ScalarSet(parts, isNegated: isNegated, foldsCase: flags.ignoresCase)
  }

  private mutating func parseClassCharacter(from start: Int) throws(RegularExpressionError)
    -> UInt32
  {
    guard let scalar = current else { throw error("'[' is never closed", at: start) }
    if scalar == "\\" { return try parseCharacterEscape() }
    index += 1
    return scalar.value
  }

  /// Reads `[:alpha:]` or `[:^alpha:]`; false, without having moved, where it is not closed.
  private mutating func parseNamedClass(into parts: inout ScalarSet.Parts)
    throws(RegularExpressionError) -> Bool
  {
    var end = index + 2
    while end + 1 < pattern.count, !(pattern[end] == ":" && pattern[end + 1] == "]") { end += 1 }
    guard end + 1 < pattern.count else { return false }
    var text = String.UnicodeScalarView()
    let isNegated = pattern[index + 2] == "^"
    text.append(contentsOf: pattern[(index + (isNegated ? 3 : 2))..<end])
    let name = String(text)
    guard let ranges = Self.namedClasses[name] else {
      let known = Self.namedClasses.keys.sorted().joined(separator: ", ")
      throw error("'[:\(name):]' is not a class: there are \(known)")
    }
    if isNegated { parts.addComplement(of: ranges) } else { parts.ranges += ranges }
    index = end + 2
    return true
  }

  private static let namedClasses: [String: [ClosedRange<UInt32>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A],
    "alpha": [0x41...0x5A, 0x61...0x7A],
    "ascii": [0x00...0x7F],
    "blank": [0x09...0x09, 0x20...0x20],
    "cntrl": [0x00...0x1F, 0x7F...0x7F],
    "digit": digits,
    "graph": [0x21...0x7E],
    "lower": [0x61...0x7A],
    "print": [0x20...0x7E],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
    "space": [0x09...0x0D, 0x20...0x20],
    "upper": [0x41...0x5A],
    "word": words,
    "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]
}
