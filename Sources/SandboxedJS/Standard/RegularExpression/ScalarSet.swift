/// The scalars that a character class matches.
struct ScalarSet: Hashable, Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var categories = GeneralCategories()
  private var excludedCategories: [GeneralCategories] = []
  private var isNegated = false
  private var foldsCase = false
  /// The answer for each ASCII character, worked out once.
  private(set) var asciiLow: UInt64 = 0
  private(set) var asciiHigh: UInt64 = 0
  /// Whether nothing beyond ASCII can match.
  private(set) var isASCII = false

  /// The parts of a class while it is read.
  struct Parts: Sendable {
    /// Ranges of scalars, in any order.
    var ranges: [ClosedRange<UInt32>] = []
    /// Scalars of any of these categories.
    var categories = GeneralCategories()
    /// Scalars that are in none of the categories of a member.
    var excludedCategories: [GeneralCategories] = []

    /// Adds the scalars that ranges leave out.
    mutating func addComplement(of others: [ClosedRange<UInt32>]) {
      var next: UInt32 = 0
      for range in ScalarSet.merged(others) {
        if range.lowerBound > next { ranges.append(next...range.lowerBound - 1) }
        next = range.upperBound + 1
      }
      if next <= 0x10FFFF { ranges.append(next...0x10FFFF) }
    }
  }

  init(_ parts: Parts, isNegated: Bool = false, foldsCase: Bool = false) {
    let all = foldsCase ? parts.ranges.flatMap(Self.withVariants) : parts.ranges
    ranges = Self.merged(all)
    categories = parts.categories
    excludedCategories = parts.excludedCategories
    self.isNegated = isNegated
    self.foldsCase = foldsCase
    isASCII =
      !isNegated && categories.isEmpty && excludedCategories.isEmpty
      && (ranges.last?.upperBound ?? 0) < 0x80
    for scalar in UInt32(0)..<64 where search(scalar) { asciiLow |= 1 << UInt64(scalar) }
    for scalar in UInt32(64)..<128 where search(scalar) { asciiHigh |= 1 << UInt64(scalar & 63) }
  }

  /// Whether the class matches a scalar.
  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return asciiLow & (1 << UInt64(scalar)) != 0 }
    if scalar < 128 { return asciiHigh & (1 << UInt64(scalar & 63)) != 0 }
    return isASCII ? false : search(scalar)
  }

  private func search(_ scalar: UInt32) -> Bool {
    let found =
      foldsCase
      ? CaseFolding.variants(of: scalar).contains(where: isListed) : isListed(scalar)
    return found != isNegated
  }

  private func isListed(_ scalar: UInt32) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    if low < ranges.count, ranges[low].contains(scalar) { return true }
    guard !categories.isEmpty || !excludedCategories.isEmpty else { return false }
    let category = GeneralCategories(of: scalar)
    return !categories.isDisjoint(with: category)
      || excludedCategories.contains { $0.isDisjoint(with: category) }
  }

  private static func withVariants(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
    // In a long range, the variants of a scalar that is searched for are looked up instead.
    guard range.count <= 512 else { return [range] }
    return [range] + range.flatMap(CaseFolding.variants).map { $0...$0 }
  }

  private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
