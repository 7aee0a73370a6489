import JSONText
import SandboxedJS
package import TagManager

/// A compiled condition of a trigger or a transformation.
package final class ConditionProgram: Sendable {
  /// The value that is compared, as the container writes it.
  package let leftText: String
  /// The value that it is compared with, as the container writes it.
  package let rightText: String
  package let type: ConditionType
  package let isNegated: Bool
  let left: ValueExpression
  let right: ValueExpression
  let ignoresCase: Bool
  /// The pattern of a condition whose right side is constant; `nil` also where it is none.
  let pattern: RegularExpression?

  /// The words for the operators.
  private static let words: [ConditionType: (positive: String, negative: String)] = [
    .equals: ("equals", "does not equal"), .contains: ("contains", "does not contain"),
    .startsWith: ("starts with", "does not start with"),
    .endsWith: ("ends with", "does not end with"),
    .matchesRegularExpression: ("matches", "does not match"),
    .greater: ("is greater than", "is not greater than"),
    .greaterOrEquals: ("is at least", "is not at least"),
    .less: ("is less than", "is not less than"),
    .lessOrEquals: ("is at most", "is not at most"),
  ]

  init(
    _ left: String, _ type: ConditionType, _ right: String, ignoresCase: Bool = false,
    isNegated: Bool = false, _ slots: inout VariableSlots
  ) {
    leftText = left
    rightText = right
    self.type = type
    self.isNegated = isNegated
    self.ignoresCase = ignoresCase
    self.left = slots.expression(text: left)
    self.right = slots.expression(text: right)
    if type == .matchesRegularExpression, case .constant(let constant) = self.right {
      pattern = try? RegularExpression(constant.asText, ignoresCase: ignoresCase)
    } else {
      pattern = nil
    }
  }

  convenience init(_ condition: Condition, _ slots: inout VariableSlots) {
    self.init(
      condition.left, condition.type, condition.right, ignoresCase: condition.ignoresCase,
      isNegated: condition.isNegated, &slots)
  }

  /// Whether the operator is one that a server container can evaluate.
  var isSimulated: Bool { Self.words[type] != nil }

  /// Whether the pattern is one: an invalid one never matches.
  var hasInvalidPattern: Bool {
    guard type == .matchesRegularExpression, pattern == nil, case .constant = right else {
      return false
    }
    return true
  }

  /// The condition in words, such as `{{Event Name}} equals 'purchase'`.
  package var text: String {
    let words = Self.words[type] ?? ("\(type.rawValue)", "not \(type.rawValue)")
    return "\(leftText) \(isNegated ? words.negative : words.positive) '\(rightText)'"
  }

  /// Compares two values as Tag Manager's own code does: as texts, or as numbers for the four that order.
  func holds(_ left: ScriptValue, _ right: ScriptValue) -> Bool {
    compares(left, right) != isNegated
  }

  private func compares(_ left: ScriptValue, _ right: ScriptValue) -> Bool {
    switch type {
    case .equals: left.asText.isExactly(right.asText)
    case .contains: left.asText.containsText(right.asText)
    case .startsWith: left.asText.utf8.starts(with: right.asText.utf8)
    case .endsWith: left.asText.utf8.reversed().starts(with: right.asText.utf8.reversed())
    case .matchesRegularExpression:
      (pattern ?? (try? RegularExpression(right.asText, ignoresCase: ignoresCase)))?
        .firstMatch(in: left.asText) != nil
    case .greater: left.asNumber > right.asNumber
    case .greaterOrEquals: left.asNumber >= right.asNumber
    case .less: left.asNumber < right.asNumber
    case .lessOrEquals: left.asNumber <= right.asNumber
    default: isNegated
    }
  }
}

extension Condition {
  /// Whether it holds where its left side has this text; `nil` for no value.
  package func holds(for left: String?) -> Bool {
    var slots = VariableSlots()
    return ConditionProgram(self, &slots).holds(
      left.map { .string($0) } ?? .undefined, .string(right))
  }
}
