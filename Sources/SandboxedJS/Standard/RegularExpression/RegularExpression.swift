import Synchronization

/// A regular expression of RE2's syntax, what `createRegex` gives and `match` takes as a string.
///
/// Searching takes time in proportion to the text, whatever the pattern is, and memory that does
/// not grow with the text. There is no looking behind and no back-reference; looking ahead is there
/// where it is asked for. Offsets are those of the UTF-8 form; `Match.utf16(in:)` gives those that
/// JavaScript counts in.
package final class RegularExpression: Sendable {
  /// A place at which a pattern was found.
  package struct Match: Hashable, Sendable {
    /// The whole match, then each group in the order of its `(`; `nil` for a group that took no part.
    package let ranges: [Range<Int>?]

    /// The whole match, in bytes of the UTF-8 form.
    package var range: Range<Int> { ranges.first.flatMap { $0 } ?? 0..<0 }
  }

  private let program: RegularExpressionProgram
  /// The memory that the last search leaves to the next one.
  private let memory = Mutex<BacktrackingSearch.Memory?>(nil)
  /// The number of groups in the pattern, the whole match not counted.
  package let groupCount: Int
  /// The name of each group, in order; `nil` where it has none.
  package let groupNames: [String?]

  /// Reads and compiles a pattern.
  ///
  /// - Parameters:
  ///   - ignoresCase: the flag `i`. The flag `g` is the caller's matter.
  ///   - allowsLookingAhead: whether `(?=…)` and `(?!…)` are read as JavaScript does, which RE2 does
  ///     not have; such a search can take time in proportion to the text's square.
  /// - Throws: what is not RE2's syntax, or larger than what one search may hold.
  package init(
    _ pattern: String, ignoresCase: Bool = false, allowsLookingAhead: Bool = false
  ) throws(RegularExpressionError) {
    var parser = RegularExpressionParser(
      pattern, ignoresCase: ignoresCase, allowsLookingAhead: allowsLookingAhead)
    let syntax = try parser.parse()
    groupNames = parser.groupNames
    groupCount = groupNames.count
    program = try RegularExpressionProgram(syntax, groupCount: groupCount)
    size = program.size
  }

  /// About how many bytes the compiled pattern takes.
  let size: Int

  /// The first match that starts at an offset or after it.
  ///
  /// - Parameters:
  ///   - offset: in bytes of the UTF-8 form, at the start of a scalar; what is before it still
  ///     counts for `^` and `\b`. Beyond the end there is no match.
  ///   - budget: how many steps the search may take; what is left of them afterwards.
  /// - Throws: where the budget does not suffice.
  package func firstMatch(in text: String, from offset: Int = 0, budget: inout Int)
    throws(RegularExpressionBudgetExceeded) -> Match?
  {
    var text = text
    let result: Result<[Int]?, RegularExpressionBudgetExceeded> = text.withUTF8 { bytes in
      Result { () throws(RegularExpressionBudgetExceeded) in
        try search(RegularExpressionInput(bytes: bytes), from: offset, budget: &budget)
      }
    }
    return try result.get().map(Self.match)
  }

  /// The same in bytes that are known to be valid UTF-8.
  func firstMatch(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, budget: inout Int)
    throws(RegularExpressionBudgetExceeded) -> Match?
  {
    try search(RegularExpressionInput(bytes: bytes), from: offset, budget: &budget)
      .map(Self.match)
  }

  /// The first match that starts at an offset or after it, however many steps that takes.
  package func firstMatch(in text: String, from offset: Int = 0) -> Match? {
    var budget = Int.max
    return try? firstMatch(in: text, from: offset, budget: &budget)
  }

  /// All matches, none of which overlap, as the flag `g` finds them: after an empty match the
  /// search goes on one scalar further.
  package func matches(in text: String) -> [Match] {
    var text = text
    text.makeContiguousUTF8()
    var matches: [Match] = []
    var offset = 0
    let end = text.utf8.count
    while offset <= end, let match = firstMatch(in: text, from: offset) {
      matches.append(match)
      offset = Self.offset(after: match, in: text)
    }
    return matches
  }

  /// Returns the offset at which the search for the next match starts.
  static func offset(after match: Match, in text: String) -> Int {
    guard match.range.isEmpty else { return match.range.upperBound }
    let index = text.utf8.index(text.startIndex, offsetBy: match.range.upperBound)
    guard index < text.endIndex else { return match.range.upperBound + 1 }
    return match.range.upperBound + UTF8.width(text.unicodeScalars[index])
  }

  private func search(_ input: RegularExpressionInput, from offset: Int, budget: inout Int)
    throws(RegularExpressionBudgetExceeded) -> [Int]?
  {
    guard offset >= 0, offset <= input.end else { return nil }
    if BacktrackingSearch.isSuited(to: program, length: input.end - offset) {
      var search = BacktrackingSearch(program, in: input, memory.withLock { $0.take() } ?? .init())
      let places = try search.run(from: offset, budget: &budget)
      if search.memory.isSmall { memory.withLock { $0 = search.memory } }
      return places
    }
    var search = ParallelSearch(program, in: input)
    return try search.run(from: offset, budget: &budget)
  }

  private static func match(_ places: [Int]) -> Match {
    Match(
      ranges: stride(from: 0, to: places.count, by: 2).map { slot in
        let (start, end) = (places[slot], places[slot + 1])
        return start < 0 || end < start ? nil : start..<end
      })
  }
}

extension RegularExpression.Match {
  /// The same ranges in UTF-16 code units, which JavaScript's `index` and `slice` count in.
  package func utf16(in text: String) -> [Range<Int>?] {
    let (utf8, utf16) = (text.utf8, text.utf16)
    guard utf8.count != utf16.count else { return ranges }
    func offset(_ byte: Int) -> Int {
      guard let index = utf8.index(text.startIndex, offsetBy: byte, limitedBy: text.endIndex) else {
        return utf16.count
      }
      return utf16.distance(from: text.startIndex, to: index)
    }
    return ranges.map { $0.map { offset($0.lowerBound)..<offset($0.upperBound) } }
  }

  /// The text of the whole match and of each group.
  package func texts(in text: String) -> [String?] {
    let utf8 = text.utf8
    return ranges.map { range in
      guard let range,
        let start = utf8.index(
          text.startIndex, offsetBy: range.lowerBound, limitedBy: text.endIndex),
        let end = utf8.index(start, offsetBy: range.count, limitedBy: text.endIndex)
      else { return nil }
      return String(text[start..<end])
    }
  }
}
