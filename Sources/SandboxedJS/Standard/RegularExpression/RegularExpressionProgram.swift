/// One step of a compiled regular expression; it leads to the next one unless it says otherwise.
enum RegularExpressionInstruction: Sendable {
  /// Takes one ASCII character.
  case byte(UInt8)
  /// Takes one scalar beyond ASCII.
  case scalar(UInt32)
  /// Takes one scalar of a class, by its number.
  case set(Int)
  /// Takes any scalar.
  case any
  /// Takes any scalar but a line feed.
  case anyButLineFeed
  /// Goes on in two places, the first one preferred.
  case split(Int, Int)
  /// Goes on in one place.
  case jump(Int)
  /// Keeps the place in the text.
  case save(Int)
  /// Goes on where an assertion holds.
  case assert(RegularExpressionAssertion)
  /// Goes on where another program, by its number, matches or does not.
  case ahead(Int, isNegated: Bool)
  /// The end.
  case match
}

/// A compiled regular expression; a class, because every search hands it on.
final class RegularExpressionProgram: Sendable {
  /// Its memory is its own: a list would be counted at every step of a search.
  nonisolated(unsafe) let instructions: UnsafeMutableBufferPointer<RegularExpressionInstruction>
  let sets: [ScalarSet]
  /// The programs for what has to be found ahead of a place.
  let aheads: [RegularExpressionProgram]
  /// Two places for the whole match and for each group.
  let slotCount: Int
  /// Whether a match can only start where the text starts.
  let startsAtTextStart: Bool
  /// The bytes that a match can start with; `nil` where it can be empty.
  let firstBytes: ByteSet?

  private static let mostInstructions = 20_000

  /// About how many bytes the program takes.
  var size: Int {
    256 + instructions.count * MemoryLayout<RegularExpressionInstruction>.stride + sets.count * 256
      + aheads.reduce(0) { $0 + $1.size }
  }

  convenience init(
    _ syntax: RegularExpressionSyntax, groupCount: Int
  ) throws(RegularExpressionError) {
    self.init(
      try RegularExpressionWriter(syntax, groupCount: groupCount, room: Self.mostInstructions))
  }

  fileprivate init(_ writer: RegularExpressionWriter) {
    instructions = .allocate(capacity: writer.instructions.count)
    _ = instructions.initialize(from: writer.instructions)
    (sets, aheads) = (writer.sets, writer.aheads)
    slotCount = writer.slotCount
    if case .assert(.textStart) = instructions[1] {
      startsAtTextStart = true
    } else {
      startsAtTextStart = false
    }
    firstBytes = writer.possibleFirstBytes()
  }

  deinit { instructions.deallocate() }
}

/// Writes the program of a regular expression.
private struct RegularExpressionWriter {
  private(set) var instructions: [RegularExpressionInstruction] = []
  private(set) var sets: [ScalarSet] = []
  private(set) var aheads: [RegularExpressionProgram] = []
  let slotCount: Int
  private var setNumbers: [ScalarSet: Int] = [:]
  /// The number of instructions that may still be added, those of the programs ahead included.
  private var room: Int

  private static let mostPlaces = 1 << 22

  init(
    _ syntax: RegularExpressionSyntax, groupCount: Int, room: Int
  ) throws(RegularExpressionError) {
    self.room = room
    slotCount = 2 * (groupCount + 1)
    try emit(.group(syntax, index: 0))
    try append(.match)
    guard instructions.count * slotCount <= Self.mostPlaces else {
      throw RegularExpressionError("the pattern has too many groups", at: 0)
    }
  }

  private mutating func append(_ instruction: RegularExpressionInstruction)
    throws(RegularExpressionError)
  {
    guard room > 0 else {
      throw RegularExpressionError(
        "the pattern is too large when its repetitions are written out", at: 0)
    }
    room -= 1
    instructions.append(instruction)
  }

  private mutating func emit(_ syntax: RegularExpressionSyntax) throws(RegularExpressionError) {
    switch syntax {
    case .empty: break
    case .scalar(let scalar):
      try append(scalar < 0x80 ? .byte(UInt8(scalar)) : .scalar(scalar))
    case .set(let set):
      let number = setNumbers[set] ?? sets.count
      if number == sets.count {
        sets.append(set)
        setNumbers[set] = number
      }
      try append(.set(number))
    case .any(let orLineFeed): try append(orLineFeed ? .any : .anyButLineFeed)
    case .assertion(let assertion): try append(.assert(assertion))
    case .ahead(let inner, let isNegated):
      let ahead = try RegularExpressionWriter(inner, groupCount: slotCount / 2 - 1, room: room)
      room = ahead.room
      aheads.append(RegularExpressionProgram(ahead))
      try append(.ahead(aheads.count - 1, isNegated: isNegated))
    case .group(let inner, let index):
      try append(.save(2 * index))
      try emit(inner)
      try append(.save(2 * index + 1))
    case .sequence(let parts):
      for part in parts { try emit(part) }
    case .alternatives(let parts): try emitAlternatives(parts)
    case .repetition(let inner, let minimum, let maximum, let isGreedy):
      try emitRepetition(of: inner, minimum, maximum, isGreedy)
    }
  }

  private mutating func emitAlternatives(_ parts: [RegularExpressionSyntax])
    throws(RegularExpressionError)
  {
    var jumps: [Int] = []
    for part in parts.dropLast() {
      let split = instructions.count
      try append(.split(split + 1, 0))
      try emit(part)
      jumps.append(instructions.count)
      try append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = parts.last { try emit(last) }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func emitRepetition(
    of inner: RegularExpressionSyntax, _ minimum: Int, _ maximum: Int?, _ isGreedy: Bool
  ) throws(RegularExpressionError) {
    // Looking ahead once is as good as often; JavaScript leaves out what may be left out.
    if case .ahead = inner {
      if minimum > 0 { try emit(inner) }
      return
    }
    guard let maximum else {
      // What can be empty is repeated at least once or left out, as RE2 and Perl have it.
      if minimum == 0, !inner.canBeEmpty {
        let split = try appendSplit()
        try emit(inner)
        try append(.jump(split))
        setSplit(split, isGreedy)
        return
      }
      let split = minimum == 0 ? try appendSplit() : nil
      for _ in 0..<max(minimum - 1, 0) { try emit(inner) }
      let start = instructions.count
      try emit(inner)
      let end = instructions.count
      try append(isGreedy ? .split(start, end + 1) : .split(end + 1, start))
      if let split { setSplit(split, isGreedy) }
      return
    }
    for _ in 0..<minimum { try emit(inner) }
    var splits: [Int] = []
    for _ in minimum..<maximum {
      splits.append(try appendSplit())
      try emit(inner)
    }
    for split in splits { setSplit(split, isGreedy) }
  }

  private mutating func appendSplit() throws(RegularExpressionError) -> Int {
    try append(.split(0, 0))
    return instructions.count - 1
  }

  /// Makes a split choose between the step after it and the one that comes next.
  private mutating func setSplit(_ split: Int, _ isGreedy: Bool) {
    let end = instructions.count
    instructions[split] = isGreedy ? .split(split + 1, end) : .split(end, split + 1)
  }

  func possibleFirstBytes() -> ByteSet? {
    var (bytes, pending) = (ByteSet(), [0])
    var seen = [Bool](repeating: false, count: instructions.count)
    while let index = pending.popLast() {
      guard !seen[index] else { continue }
      seen[index] = true
      switch instructions[index] {
      case .byte(let byte): bytes.insert(byte)
      case .scalar: bytes.insertBeyondASCII()
      case .set(let number):
        bytes.insertASCII(low: sets[number].asciiLow, high: sets[number].asciiHigh)
        if !sets[number].isASCII { bytes.insertBeyondASCII() }
      case .any, .anyButLineFeed, .match: return nil
      case .split(let first, let second): pending += [first, second]
      case .jump(let next): pending.append(next)
      case .save, .assert, .ahead: pending.append(index + 1)
      }
    }
    return bytes
  }
}

/// A set of bytes.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var hasOthers = false

  mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  mutating func insertASCII(low: UInt64, high: UInt64) {
    self.low |= low
    self.high |= high
  }

  mutating func insertBeyondASCII() {
    hasOthers = true
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low & (1 << UInt64(byte)) != 0 }
    return byte < 128 ? high & (1 << UInt64(byte & 63)) != 0 : hasOthers
  }
}
