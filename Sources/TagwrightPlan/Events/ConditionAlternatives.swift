/// Conditions as Tag Manager can hold them: a tag fires on any of its triggers, and a trigger fires if all of its
/// comparisons hold.
package enum ConditionAlternatives {
  /// The most triggers that one list of conditions may need.
  package static let limit = 32
}

extension [Condition] {
  /// Every comparison, in the order in which it was written.
  package var comparisons: [Comparison] { flatMap(\.comparisons) }

  /// Whether they ask for nothing.
  package var holdAlways: Bool { alternatives == [[]] }

  /// The number of alternatives before those that say nothing new are left out; `Int.max` for any
  /// more.
  package var alternativeCount: Int { Condition.product(map(\.alternativeCount)) }

  /// The lists of comparisons of which one has to hold: one list without any where there are no conditions, none
  /// where nothing could ever hold or where there are more than `ConditionAlternatives.limit`.
  package var alternatives: [[Comparison]] {
    guard alternativeCount <= ConditionAlternatives.limit else { return [] }
    return Condition.combined(map(\.alternatives)).withoutStricterOnes
  }
}

extension Condition {
  fileprivate var comparisons: [Comparison] {
    switch kind {
    case .comparison(let comparison): [comparison]
    case .all(let conditions), .any(let conditions): conditions.comparisons
    }
  }

  fileprivate var alternativeCount: Int {
    switch kind {
    case .comparison: 1
    case .all(let conditions): conditions.alternativeCount
    case .any(let conditions):
      conditions.reduce(0) { sum, condition in
        let (sum, isTooLarge) = sum.addingReportingOverflow(condition.alternativeCount)
        return isTooLarge ? .max : sum
      }
    }
  }

  fileprivate var alternatives: [[Comparison]] {
    switch kind {
    case .comparison(let comparison): [[comparison]]
    case .all(let conditions): Self.combined(conditions.map(\.alternatives))
    case .any(let conditions): conditions.flatMap(\.alternatives)
    }
  }

  /// Every choice of one alternative of each condition.
  fileprivate static func combined(_ choices: [[[Comparison]]]) -> [[Comparison]] {
    choices.reduce([[]]) { chosen, next in
      chosen.flatMap { start in next.map { start + $0 } }
    }
  }

  fileprivate static func product(_ factors: [Int]) -> Int {
    factors.contains(0)
      ? 0
      : factors.reduce(1) { product, factor in
        let (product, isTooLarge) = product.multipliedReportingOverflow(by: factor)
        return isTooLarge ? .max : product
      }
  }
}

extension [[Comparison]] {
  /// The alternatives, each comparison of one once; an alternative that holds only where another does is left out.
  fileprivate var withoutStricterOnes: [[Comparison]] {
    let lists = map { list in
      var seen: Set<Comparison> = []
      return list.filter { seen.insert($0).inserted }
    }
    let sets = lists.map { Set($0) }
    return lists.indices.filter { index in
      !sets.indices.contains { other in
        sets[other].isStrictSubset(of: sets[index])
          || (sets[other] == sets[index] && other < index)
      }
    }.map { lists[$0] }
  }
}
