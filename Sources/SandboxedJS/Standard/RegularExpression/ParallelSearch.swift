/// Finds a match by following all ways at the same time, in the order in which they are preferred.
///
/// Takes time and memory in proportion to the program and the text, whatever both are.
struct ParallelSearch {
  /// The instructions that are waited at, each once, and the places that led to each.
  private struct Threads {
    var instructions: [Int] = []
    var places: [Int] = []
    private var numbers: [Int]

    init(_ count: Int) {
      numbers = [Int](repeating: 0, count: count)
    }

    func contains(_ instruction: Int) -> Bool {
      let number = numbers[instruction]
      return number < instructions.count && instructions[number] == instruction
    }

    mutating func insert(_ instruction: Int, _ reached: [Int]) {
      numbers[instruction] = instructions.count
      instructions.append(instruction)
      places += reached
    }

    mutating func removeAll() {
      instructions.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
    }
  }

  private enum Job {
    case visit(Int)
    case restore(slot: Int, place: Int)
  }

  let program: RegularExpressionProgram
  let input: RegularExpressionInput
  private var jobs: [Job] = []

  init(_ program: RegularExpressionProgram, in input: RegularExpressionInput) {
    self.program = program
    self.input = input
  }

  /// The places of the first match from a place on; `nil` without one.
  ///
  /// - Parameter budget: how many steps may be taken; what is left after them.
  mutating func run(from start: Int, budget: inout Int) throws(RegularExpressionBudgetExceeded)
    -> [Int]?
  {
    var waiting = Threads(program.instructions.count)
    var next = Threads(program.instructions.count)
    let slots = program.slotCount
    let nowhere = [Int](repeating: -1, count: slots)
    var match: [Int]?
    var place = start
    while true {
      if waiting.instructions.isEmpty {
        guard match == nil, !program.startsAtTextStart || place == 0,
          !program.isAnchored || place == start
        else { break }
        if let firstBytes = program.firstBytes {
          while place < input.end, !firstBytes.contains(input.bytes[place]) { place += 1 }
          guard place < input.end else { break }
        }
      }
      if match == nil, !program.startsAtTextStart || place == 0,
        !program.isAnchored || place == start
      {
        var places = nowhere
        try add(0, at: place, &places, to: &waiting, &budget)
      }
      guard budget >= 0 else { throw RegularExpressionBudgetExceeded() }
      let length = place < input.end ? input.scalar(at: place).length : 1
      next.removeAll()
      for (number, instruction) in waiting.instructions.enumerated() {
        let step = program.instructions[instruction]
        if case .match = step {
          match = Array(waiting.places[number * slots..<(number + 1) * slots])
          break
        }
        guard input.length(takenBy: step, at: place, sets: program.sets) != nil else { continue }
        var places = Array(waiting.places[number * slots..<(number + 1) * slots])
        try add(instruction + 1, at: place + length, &places, to: &next, &budget)
      }
      swap(&waiting, &next)
      guard place < input.end else { break }
      place += length
    }
    return match
  }

  /// Follows everything that takes no text, and adds what then waits for some.
  private mutating func add(
    _ instruction: Int, at place: Int, _ places: inout [Int], to threads: inout Threads,
    _ budget: inout Int
  ) throws(RegularExpressionBudgetExceeded) {
    jobs.removeAll(keepingCapacity: true)
    jobs.append(.visit(instruction))
    while let job = jobs.popLast() {
      var index: Int
      switch job {
      case .restore(let slot, let place):
        places[slot] = place
        continue
      case .visit(let instruction): index = instruction
      }
      while !threads.contains(index) {
        budget -= 1
        let step = program.instructions[index]
        threads.insert(index, places)
        switch step {
        case .split(let first, let second):
          jobs.append(.visit(second))
          index = first
          continue
        case .jump(let target):
          index = target
          continue
        case .save(let slot):
          jobs.append(.restore(slot: slot, place: places[slot]))
          places[slot] = place
          index += 1
          continue
        case .assert(let assertion):
          guard input.holds(assertion, at: place) else { break }
          index += 1
          continue
        case .lookahead(let number, let isNegative):
          let found = try program.lookaheads[number].search(input, from: place, budget: &budget)
          guard (found == nil) == isNegative else { break }
          for (slot, kept) in (found ?? []).enumerated().dropFirst(2) where kept >= 0 {
            jobs.append(.restore(slot: slot, place: places[slot]))
            places[slot] = kept
          }
          index += 1
          continue
        case .byte, .scalar, .set, .any, .anyButLineFeed, .match: break
        }
        break
      }
    }
  }
}
