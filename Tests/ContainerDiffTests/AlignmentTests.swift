import TestSupport
import Testing

@testable import ContainerDiff
import TagManager

@Suite struct AlignmentTests {
  /// What stays after taking out of both what is not paired.
  private func isSound(_ old: [Int], _ new: [Int]) -> Bool {
    let pairs = Alignment(old, new).pairs
    let ascends = zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new }
    return ascends && pairs.allSatisfy { old[$0.old] == new[$0.new] }
  }

  @Test func pairsAreTheSameOnBothSidesAndInOrder() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let old = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        Int.random(in: 0..<4, using: &generator)
      }
      let new = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        Int.random(in: 0..<4, using: &generator)
      }
      #expect(isSound(old, new), "\(old) \(new)")
      #expect(Alignment(old, new).pairs.count == longest(old, new), "\(old) \(new)")
    }
  }

  /// The length of the longest common subsequence, by the textbook.
  private func longest(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for element in old {
      var diagonal = 0
      for (index, other) in new.enumerated() {
        let next = element == other ? diagonal + 1 : max(row[index + 1], row[index])
        diagonal = row[index + 1]
        row[index + 1] = next
      }
    }
    return row[new.count]
  }

  @Test func sequencesWithLittleInCommonAreGivenUp() {
    let old = Array(0..<20_000)
    let new = old.map { $0 % 2 == 0 ? $0 : -$0 }
    #expect(isSound(old, new))
    #expect(Alignment(old, old).pairs.count == 20_000)
  }
}
