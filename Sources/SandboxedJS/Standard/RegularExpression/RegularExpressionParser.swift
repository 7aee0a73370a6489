/// Reads RE2's syntax (github.com/google/re2/wiki/Syntax), and `\uXXXX` besides.
struct RegularExpressionParser {
  /// The flags that `(?i)` and the like switch.
  struct Flags: Sendable {
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesLineFeed = false
    var isUngreedy = false
  }

  let pattern: [Unicode.Scalar]
  var index = 0
  var flags: Flags
  /// Whether `(?=` and `(?!` are read, which RE2 does not have.
  private let allowsLookingAhead: Bool
  private(set) var groupNames: [String?] = []
  private var depth = 0

  /// RE2 allows more; nobody writes more, and the stack is finite.
  private static let deepestGroup = 200
  private static let largestCount = 1_000
  /// Longer ones would only be refused for their size once they were read.
  private static let longestPattern = 50_000

  init(_ pattern: String, ignoresCase: Bool, allowsLookingAhead: Bool = false) {
    self.allowsLookingAhead = allowsLookingAhead
    self.pattern = Array(pattern.unicodeScalars.prefix(Self.longestPattern + 1))
    flags = Flags(ignoresCase: ignoresCase)
  }

  mutating func parse() throws(RegularExpressionError) -> RegularExpressionSyntax {
    guard pattern.count <= Self.longestPattern else {
      throw error("a pattern has \(Self.longestPattern) characters at most", at: 0)
    }
    let syntax = try parseAlternatives()
    guard index == pattern.count else { throw error("')' closes no group: write '\\)'") }
    guard syntax.repetitionProduct <= Self.largestCount else {
      throw error("repetitions inside one another repeat more than 1000 times", at: 0)
    }
    return syntax
  }

  var current: Unicode.Scalar? { index < pattern.count ? pattern[index] : nil }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    index + distance < pattern.count ? pattern[index + distance] : nil
  }

  func startsWith(_ text: String) -> Bool {
    pattern[index...].starts(with: text.unicodeScalars)
  }

  func error(_ message: String, at offset: Int? = nil) -> RegularExpressionError {
    RegularExpressionError(message, at: offset ?? index)
  }

  private mutating func parseAlternatives() throws(RegularExpressionError)
    -> RegularExpressionSyntax
  {
    var alternatives = [try parseSequence()]
    while current == "|" {
      index += 1
      alternatives.append(try parseSequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func parseSequence() throws(RegularExpressionError) -> RegularExpressionSyntax {
    var parts: [RegularExpressionSyntax] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      if startsWith("\\Q") {
        parts += quoted()
        try parseRepetition(of: &parts)
      } else if startsWith("(?"), try parseFlags() {
        continue
      } else {
        parts.append(try parseAtom(scalar))
        try parseRepetition(of: &parts)
      }
    }
    switch parts.count {
    case 0: return .empty
    case 1: return parts[0]
    default: return .sequence(parts)
    }
  }

  private mutating func parseAtom(_ scalar: Unicode.Scalar) throws(RegularExpressionError)
    -> RegularExpressionSyntax
  {
    switch scalar {
    case "(": return try parseGroup()
    case "[": return .set(try parseClass())
    case "\\": return try parseEscape()
    case "*", "+", "?":
      throw error("'\(scalar)' has nothing to repeat: write '\\\(scalar)' for the character itself")
    default: break
    }
    if scalar == "{", try bounds() != nil {
      throw error("'{' has nothing to repeat: write '\\{' for the character itself")
    }
    index += 1
    switch scalar {
    case ".": return .any(orLineFeed: flags.dotMatchesLineFeed)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    default: return literal(scalar.value)
    }
  }

  func literal(_ scalar: UInt32) -> RegularExpressionSyntax {
    guard flags.ignoresCase else { return .scalar(scalar) }
    let variants = Set(CaseFolding.variants(of: scalar))
    guard variants.count > 1 else { return .scalar(scalar) }
    return .set(ScalarSet(ScalarSet.Parts(ranges: variants.map { $0...$0 })))
  }

  /// The text from `\Q` to `\E`, or to the end, as it is.
  private mutating func quoted() -> [RegularExpressionSyntax] {
    index += 2
    var parts: [RegularExpressionSyntax] = []
    while let scalar = current, !startsWith("\\E") {
      parts.append(literal(scalar.value))
      index += 1
    }
    index = min(index + 2, pattern.count)
    return parts
  }

  /// Reads what repeats the last part, if there is something.
  private mutating func parseRepetition(of parts: inout [RegularExpressionSyntax])
    throws(RegularExpressionError)
  {
    guard let (minimum, maximum) = try repetitionBounds(), let last = parts.last else { return }
    var isGreedy = !flags.isUngreedy
    if current == "?" {
      isGreedy.toggle()
      index += 1
    }
    parts[parts.count - 1] = .repetition(
      last, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
    let start = index
    guard try repetitionBounds() == nil else {
      throw error("a repetition cannot be repeated: put it into a group '(?:…)'", at: start)
    }
  }

  private mutating func repetitionBounds() throws(RegularExpressionError) -> (Int, Int?)? {
    let simple: (Int, Int?)
    switch current {
    case "*": simple = (0, nil)
    case "+": simple = (1, nil)
    case "?": simple = (0, 1)
    case "{":
      guard let found = try bounds() else { return nil }
      index = found.end
      return (found.minimum, found.maximum)
    default: return nil
    }
    index += 1
    return simple
  }

  /// Reads the counts between braces, if they hold any; other braces are characters like any other.
  private func bounds() throws(RegularExpressionError)
    -> (minimum: Int, maximum: Int?, end: Int)?
  {
    var position = index + 1
    func number() -> Int? {
      let digits = pattern[position...].prefix { ("0"..."9").contains($0) }
      position += digits.count
      guard !digits.isEmpty else { return nil }
      return digits.reduce(0) { min($0 * 10 + Int($1.value - 0x30), 1_000_000) }
    }
    guard let minimum = number() else { return nil }
    var maximum: Int? = minimum
    if position < pattern.count, pattern[position] == "," {
      position += 1
      maximum = number()
    }
    guard position < pattern.count, pattern[position] == "}" else { return nil }
    guard minimum <= Self.largestCount, maximum ?? 0 <= Self.largestCount else {
      throw error("a repetition counts to 1000 at most")
    }
    guard minimum <= maximum ?? minimum else {
      throw error("a repetition's second count is smaller than its first")
    }
    return (minimum, maximum, position + 1)
  }

  private mutating func parseGroup() throws(RegularExpressionError) -> RegularExpressionSyntax {
    let start = index
    let outer = flags
    index += 1
    var number: Int?
    let isLooking = allowsLookingAhead && (startsWith("?=") || startsWith("?!"))
    let isNegated = startsWith("?!")
    if isLooking {
      index += 2
    } else if current == "?" {
      try parseGroupKind(&number)
    } else {
      groupNames.append(nil)
      number = groupNames.count
    }
    depth += 1
    guard depth <= Self.deepestGroup else { throw error("groups are nested too deep", at: start) }
    let inner = try parseAlternatives()
    depth -= 1
    guard current == ")" else { throw error("'(' is never closed", at: start) }
    index += 1
    flags = outer
    if isLooking { return .ahead(inner, isNegated: isNegated) }
    return number.map { .group(inner, index: $0) } ?? inner
  }

  private mutating func parseGroupKind(_ number: inout Int?) throws(RegularExpressionError) {
    if startsWith("?:") {
      index += 2
      return
    }
    for look in ["?=", "?!", "?<=", "?<!"] where startsWith(look) {
      throw error("RE2 cannot look ahead or behind: there is no '(\(look)'", at: index - 1)
    }
    if startsWith("?P<") || startsWith("?<") {
      let start = index - 1
      index += current == "?" && peek(1) == "P" ? 3 : 2
      let name = pattern[index...].prefix { $0 != ">" }
      index += name.count
      var text = String.UnicodeScalarView()
      text.append(contentsOf: name)
      guard current == ">", Self.isName(name) else {
        throw error(
          "a group's name is made of letters, digits and '_', as in '(?P<name>…)'", at: start)
      }
      index += 1
      guard !groupNames.contains(String(text)) else {
        throw error("two groups have the name '\(String(text))'", at: start)
      }
      groupNames.append(String(text))
      number = groupNames.count
      return
    }
    // Flags for the group alone: "(?i:".
    let start = index
    guard try readFlags(), current == ":" else {
      throw error("'(?' starts no group that RE2 knows", at: start - 1)
    }
    index += 1
  }

  private static func isName(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    !name.isEmpty
      && name.allSatisfy { scalar in
        scalar == "_" || scalar.properties.isAlphabetic
          || scalar.properties.generalCategory == .decimalNumber
      }
  }

  /// Reads `(?flags)`, which holds up to the end of the group around it; false for anything else.
  private mutating func parseFlags() throws(RegularExpressionError) -> Bool {
    let (start, before) = (index, flags)
    index += 1
    if try readFlags(), current == ")" {
      index += 1
      return true
    }
    (index, flags) = (start, before)
    return false
  }

  /// Reads the flags after a `?`; false, having moved, where something else stands there.
  private mutating func readFlags() throws(RegularExpressionError) -> Bool {
    index += 1
    var (value, read, hasSign) = (true, 0, false)
    while let scalar = current, scalar != ")", scalar != ":" {
      switch scalar {
      case "i": flags.ignoresCase = value
      case "m": flags.isMultiline = value
      case "s": flags.dotMatchesLineFeed = value
      case "U": flags.isUngreedy = value
      case "-" where !hasSign:
        (value, hasSign) = (false, true)
        read = -1
      default: return false
      }
      index += 1
      read += 1
    }
    return read > 0
  }
}
