/// What `createRegex` gives.
final class Pattern {
  let expression: RegularExpression
  /// The flag `g`.
  let isGlobal: Bool
  /// Where the next test of a global pattern starts, in UTF-16 units.
  var nextTest = 0

  init(_ expression: RegularExpression, isGlobal: Bool) {
    self.expression = expression
    self.isGlobal = isGlobal
  }
}

/// A string in the form in which patterns search it.
struct PatternSubject {
  let string: StringReference
  private let text: String
  /// For text outside ASCII: the UTF-16 unit at which each byte's character starts.
  private let unitAtByte: [Int32]?

  init(_ string: StringReference, _ heap: Heap) {
    self.string = string
    text = string.text(heap)
    if string.isASCII {
      unitAtByte = nil
      return
    }
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
      guard let byte = unitAtByte.firstIndex(where: { $0 >= start }) else { return nil }
      offset = byte
    }
    let allowed = machine.remainingSteps &* 16
    var budget = allowed
    let found: RegularExpression.Match?
    do throws(RegularExpressionBudgetExceeded) {
      found = try expression.firstMatch(in: text, from: offset, budget: &budget)
    } catch {
      throw RunFailure(.steps, "a pattern takes too long to search this text")
    }
    try machine.charge((allowed - budget) / 16)
    guard let unitAtByte else { return found?.ranges }
    return found?.ranges.map { range in
      range.map { Int(unitAtByte[$0.lowerBound])..<Int(unitAtByte[$0.upperBound]) }
    }
  }

  /// Where to search after a match: an empty one is passed by a character.
  func place(after match: Range<Int>) -> Int {
    guard match.isEmpty else { return match.upperBound }
    guard match.upperBound < string.count else { return match.upperBound + 1 }
    return match.upperBound + (string.scalar(at: match.upperBound)?.1 ?? 1)
  }
}
