import SandboxedJS
import TagManager

extension ConditionProgram {
  /// Values with which both sides of the condition are played: those for which it holds, those for which it does not,
  /// and none.
  ///
  /// - Parameter listed: what tables on the way list.
  func trialValues(listed: [String]) -> [String?] {
    var texts = fulfillingTexts
    if let text = texts.first {
      texts += [text + "-other", "other-" + text]
      if text != text.uppercased() { texts.append(text.uppercased()) }
    }
    if let number = Double(rightText) {
      texts += [number - 1, number + 1].map { JavaScriptNumber.text($0) }
    }
    texts += listed
    texts += ["0", "trial"]
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted } + [nil]
  }

  /// Texts for which the comparison holds, whether or not it is negated: for a pattern one for each of its alternatives.
  var fulfillingTexts: [String] {
    guard type == .matchesRegularExpression else { return [rightText] }
    return RegularExpression.examples(of: rightText, ignoresCase: ignoresCase)
  }

  /// Whether no value at all fulfils both conditions on one thing, as far as their texts show: a value that is one of
  /// few is another matter.
  func excludes(_ other: ConditionProgram) -> Bool {
    excludesText(of: other) || other.excludesText(of: self) || excludesSize(of: other)
  }

  /// Whether what fulfils this condition can never fulfil the other one.
  private func excludesText(of other: ConditionProgram) -> Bool {
    guard !isNegated, case .constant = right, case .constant = other.right else { return false }
    func holdsForThis() -> Bool { other.holds(.string(rightText), .string(other.rightText)) }
    switch (type, other.type, other.isNegated) {
    case (.equals, _, _): return !holdsForThis()
    case (.startsWith, .startsWith, false):
      let (one, two) = (rightText.utf8, other.rightText.utf8)
      return !one.starts(with: two) && !two.starts(with: one)
    case (.endsWith, .endsWith, false):
      let (one, two) = (rightText.utf8.reversed(), other.rightText.utf8.reversed())
      return !one.starts(with: two) && !two.starts(with: one)
    case (.contains, .contains, true), (.startsWith, .startsWith, true),
      (.startsWith, .contains, true), (.endsWith, .endsWith, true), (.endsWith, .contains, true):
      return !holdsForThis()
    case (.matchesRegularExpression, .matchesRegularExpression, true):
      return rightText == other.rightText && ignoresCase == other.ignoresCase
    default: return false
    }
  }

  private func excludesSize(of other: ConditionProgram) -> Bool {
    // What is not a number fulfils everything that is negated.
    guard !(isNegated && other.isNegated), let low = lowerBound ?? other.lowerBound,
      let high = upperBound ?? other.upperBound
    else { return false }
    return low.number > high.number
      || low.number == high.number && !(low.isIncluded && high.isIncluded)
  }

  private typealias Bound = (number: Double, isIncluded: Bool)

  private var lowerBound: Bound? {
    guard let number = Double(rightText) else { return nil }
    switch (type, isNegated) {
    case (.greater, false), (.lessOrEquals, true): return (number, false)
    case (.greaterOrEquals, false), (.less, true): return (number, true)
    default: return nil
    }
  }

  private var upperBound: Bound? {
    guard let number = Double(rightText) else { return nil }
    switch (type, isNegated) {
    case (.less, false), (.greaterOrEquals, true): return (number, false)
    case (.lessOrEquals, false), (.greater, true): return (number, true)
    default: return nil
    }
  }
}
