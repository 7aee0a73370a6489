/// Finds a match by trying one way after the other, and none twice from the same place.
///
/// One bit for each instruction at each place of the text keeps the time linear; where that would
/// take too many bits, `ParallelSearch` finds the same.
struct BacktrackingSearch {
  /// The most bits that are worth their cleaning.
  static let mostBits = 1 << 18

  /// The most bits where nothing else can search: what looks ahead is only searched here. Searches
  /// inside one another share them.
  private static let bitsAtAll = 1 << 27

  private enum Job {
    case resume(instruction: Int, place: Int)
    case restore(slot: Int, place: Int)
  }

  let program: RegularExpressionProgram
  let input: RegularExpressionInput
  private var places: [Int]
  private var visited: [UInt64] = []
  private var jobs: [Job] = []
  private var start = 0
  private var bitsLeft: Int

  init(_ program: RegularExpressionProgram, in input: RegularExpressionInput) {
    self.init(program, in: input, bits: Self.bitsAtAll)
  }

  private init(_ program: RegularExpressionProgram, in input: RegularExpressionInput, bits: Int) {
    self.program = program
    self.input = input
    bitsLeft = bits
    places = [Int](repeating: -1, count: program.slotCount)
  }

  /// Whether there are few enough bits for a search from a place.
  static func isSuited(to program: RegularExpressionProgram, length: Int) -> Bool {
    !program.aheads.isEmpty
      || length < mostBits && program.instructions.count * (length + 1) <= mostBits
  }

  /// The places of the first match from a place on; `nil` without one.
  ///
  /// - Parameter budget: how many steps may be taken; what is left after them.
  mutating func run(from start: Int, budget: inout Int) throws(RegularExpressionBudgetExceeded)
    -> [Int]?
  {
    try prepare(from: start, &budget)
    var place = start
    while place <= input.end {
      if let firstBytes = program.firstBytes {
        while place < input.end, !firstBytes.contains(input.bytes[place]) { place += 1 }
        guard place < input.end else { return nil }
      }
      if program.startsAtTextStart, place > 0 { return nil }
      if try search(at: place, budget: &budget) { return places }
      place += place < input.end ? input.scalar(at: place).length : 1
    }
    return nil
  }

  /// Makes a bit for each instruction at each place from one on.
  private mutating func prepare(from place: Int, _ budget: inout Int)
    throws(RegularExpressionBudgetExceeded)
  {
    start = place
    let bits = program.instructions.count * (input.end - start + 1)
    bitsLeft -= bits
    budget -= bits / 64
    guard budget >= 0, bitsLeft >= 0 else { throw RegularExpressionBudgetExceeded() }
    visited = [UInt64](repeating: 0, count: (bits + 63) / 64)
  }

  /// The places of what a program finds ahead of a place; `nil` where it finds nothing.
  private func look(_ program: RegularExpressionProgram, from place: Int, _ budget: inout Int)
    throws(RegularExpressionBudgetExceeded) -> [Int]?
  {
    var ahead = BacktrackingSearch(program, in: input, bits: bitsLeft)
    try ahead.prepare(from: place, &budget)
    return try ahead.search(at: place, budget: &budget) ? ahead.places : nil
  }

  private mutating func set(_ slot: Int, to place: Int) {
    jobs.append(.restore(slot: slot, place: places[slot]))
    places[slot] = place
  }

  private mutating func search(at place: Int, budget: inout Int)
    throws(RegularExpressionBudgetExceeded) -> Bool
  {
    jobs.removeAll(keepingCapacity: true)
    jobs.append(.resume(instruction: 0, place: place))
    while let job = jobs.popLast() {
      switch job {
      case .restore(let slot, let place): places[slot] = place
      case .resume(let instruction, let place):
        if try follow(instruction, place, &budget) { return true }
      }
    }
    return false
  }

  private mutating func follow(_ instruction: Int, _ place: Int, _ budget: inout Int)
    throws(RegularExpressionBudgetExceeded) -> Bool
  {
    var (index, place) = (instruction, place)
    let width = input.end - start + 1
    while true {
      let bit = index * width + place - start
      guard visited[bit >> 6] & (1 << UInt64(bit & 63)) == 0 else { return false }
      visited[bit >> 6] |= 1 << UInt64(bit & 63)
      budget -= 1
      guard budget >= 0 else { throw RegularExpressionBudgetExceeded() }
      let step = program.instructions[index]
      switch step {
      case .split(let first, let second):
        jobs.append(.resume(instruction: second, place: place))
        index = first
      case .jump(let next): index = next
      case .save(let slot):
        set(slot, to: place)
        index += 1
      case .assert(let assertion):
        guard input.holds(assertion, at: place) else { return false }
        index += 1
      case .ahead(let number, let isNegated):
        let found = try look(program.aheads[number], from: place, &budget)
        guard (found == nil) == isNegated else { return false }
        // The groups ahead keep what they matched there; the whole of it is nothing's match.
        for (slot, place) in (found ?? []).enumerated().dropFirst(2) where place >= 0 {
          set(slot, to: place)
        }
        index += 1
      case .match: return true
      case .byte, .scalar, .set, .any, .anyButLineFeed:
        guard let length = input.length(takenBy: step, at: place, sets: program.sets) else {
          return false
        }
        place += length
        index += 1
      }
    }
  }
}
