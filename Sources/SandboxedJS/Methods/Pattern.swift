/// A pattern as `createRegex` gives it.
final class Pattern {
  let expression: RegularExpression
  /// The flag `g`.
  let isGlobal: Bool
  /// The start of the next test of a global pattern, in UTF-16 units.
  var nextTest = 0

  init(_ expression: RegularExpression, isGlobal: Bool) {
    self.expression = expression
    self.isGlobal = isGlobal
  }
}

/// A string in the form in which patterns search it.
struct PatternSubject {
  /// The number of moves of a search that count as one step of a run.
  private static let movesPerStep = 4

  let string: StringReference
  /// The UTF-8 form, where the string's own bytes are not that.
  private let text: String
  /// For text outside ASCII: the UTF-16 unit at which each byte's character starts.
  private let unitAtByte: [Int32]?

  init(_ string: StringReference, _ heap: Heap) {
    self.string = string
    string.flatten(heap)
    if string.isASCII {
      text = ""
      unitAtByte = nil
      return
    }
    text = string.text(heap)
    var units: [Int32] = []
    units.reserveCapacity(text.utf8.count + 1)
    var unit: Int32 = 0
    for scalar in text.unicodeScalars {
      for _ in 0..<UTF8.width(scalar) { units.append(unit) }
      unit += Int32(UTF16.width(scalar))
    }
    units.append(unit)
    unitAtByte = units
  }

  /// The ranges of the first match from a unit on, in UTF-16 units.
  func firstMatch(
    _ expression: RegularExpression, from start: Int, _ machine: Machine
  ) throws(RunFailure) -> [Range<Int>?]? {
    var offset = start
    if let unitAtByte {
      guard let byte = Self.byte(of: start, in: unitAtByte) else { return nil }
      offset = byte
    }
    let allowed =
      min(machine.remainingSteps, Int.max / Self.movesPerStep) * Self.movesPerStep
    var budget = allowed
    let found: RegularExpression.Match?
    do throws(RegularExpressionBudgetExceeded) {
      found =
        unitAtByte == nil
        ? try expression.firstMatch(
          in: UnsafeBufferPointer(start: string.bytes, count: string.count), from: offset,
          budget: &budget)
        : try expression.firstMatch(in: text, from: offset, budget: &budget)
    } catch {
      throw RunFailure(.steps, "a pattern takes too long to search this text")
    }
    try machine.charge((allowed - budget) / Self.movesPerStep)
    guard let unitAtByte else { return found?.ranges }
    return found?.ranges.map { range in
      range.map { Int(unitAtByte[$0.lowerBound])..<Int(unitAtByte[$0.upperBound]) }
    }
  }

  /// The first byte whose character starts at a unit or after it.
  private static func byte(of unit: Int, in units: [Int32]) -> Int? {
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if units[middle] < unit { low = middle + 1 } else { high = middle }
    }
    return low < units.count ? low : nil
  }

  /// Returns the place from which to search after a match: an empty one is passed by a character.
  func place(after match: Range<Int>) -> Int {
    guard match.isEmpty else { return match.upperBound }
    guard match.upperBound < string.count else { return match.upperBound + 1 }
    return match.upperBound + (string.scalar(at: match.upperBound)?.1 ?? 1)
  }
}
