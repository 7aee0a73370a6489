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

  fileprivate enum Job {
    case resume(instruction: Int, place: Int)
    case restore(slot: Int, place: Int)
  }

  /// The memory of a search, which the next one can take over.
  struct Memory: Sendable {
    fileprivate var places: [Int] = []
    fileprivate var visited: [UInt64] = []
    fileprivate var jobs: [Job] = []

    /// Whether it is small enough to be kept.
    var isSmall: Bool { visited.count <= 1 << 10 && jobs.capacity <= 1 << 10 }
  }

  let program: RegularExpressionProgram
  let input: RegularExpressionInput
  private(set) var memory: Memory
  private var start = 0
  private var bitsLeft: Int

  init(
    _ program: RegularExpressionProgram, in input: RegularExpressionInput,
    _ memory: consuming Memory
  ) {
    self.init(program, in: input, memory, bits: Self.bitsAtAll)
  }

  private init(
    _ program: RegularExpressionProgram, in input: RegularExpressionInput,
    _ memory: consuming Memory, bits: Int
  ) {
    self.program = program
    self.input = input
    self.memory = memory
    bitsLeft = bits
    self.memory.places.fill(with: -1, count: program.slotCount)
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
      if try search(at: place, budget: &budget) { return memory.places }
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
    memory.visited.fill(with: 0, count: (bits + 63) / 64)
  }

  /// The places of what a program finds ahead of a place; `nil` where it finds nothing.
  private func look(_ program: RegularExpressionProgram, from place: Int, _ budget: inout Int)
    throws(RegularExpressionBudgetExceeded) -> [Int]?
  {
    var ahead = BacktrackingSearch(program, in: input, Memory(), bits: bitsLeft)
    try ahead.prepare(from: place, &budget)
    return try ahead.search(at: place, budget: &budget) ? ahead.memory.places : nil
  }

  private mutating func set(_ slot: Int, to place: Int) {
    memory.jobs.append(.restore(slot: slot, place: memory.places[slot]))
    memory.places[slot] = place
  }

  private mutating func search(at place: Int, budget: inout Int)
    throws(RegularExpressionBudgetExceeded) -> Bool
  {
    memory.jobs.removeAll(keepingCapacity: true)
    memory.jobs.append(.resume(instruction: 0, place: place))
    while let job = memory.jobs.popLast() {
      switch job {
      case .restore(let slot, let place): memory.places[slot] = place
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
      guard memory.visited[bit >> 6] & (1 << UInt64(bit & 63)) == 0 else { return false }
      memory.visited[bit >> 6] |= 1 << UInt64(bit & 63)
      budget -= 1
      guard budget >= 0 else { throw RegularExpressionBudgetExceeded() }
      let step = program.instructions[index]
      switch step {
      case .split(let first, let second):
        memory.jobs.append(.resume(instruction: second, place: place))
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

extension Array {
  /// Makes it so many times the same element, in the memory that it has.
  fileprivate mutating func fill(with element: Element, count: Int) {
    removeAll(keepingCapacity: true)
    reserveCapacity(count)
    for _ in 0..<count { append(element) }
  }
}
