import SandboxedJS
import TagManager

/// A condition of a trigger, with what of a visit it looks at.
struct TrialCondition: Sendable {
  let program: ConditionProgram
  private let container: ContainerProgram
  /// The inputs that change what it compares; empty where nothing of a visit is known to.
  let inputs: [TrialInput]
  /// Whether what it compares is the same for every visit.
  let isFixed: Bool
  /// Values of the inputs for both of its sides.
  let values: [String?]

  init(
    _ program: ConditionProgram, in container: ContainerProgram, _ inputs: [TrialInput],
    listed: [String], isFixed: Bool = false
  ) {
    self.program = program
    self.container = container
    self.inputs = inputs
    self.isFixed = isFixed && inputs.isEmpty
    values = program.trialValues(listed: listed)
  }

  /// Whether it holds where its inputs have a value.
  func holds(_ value: String?) -> Bool {
    let given = value.map { ScriptValue.string($0) } ?? .undefined
    return program.holds(
      container.value(of: program.left, given: given),
      container.value(of: program.right, given: given))
  }

  /// Whether all that it looks at is the page's address.
  var isOnAddress: Bool { !inputs.isEmpty && inputs.allSatisfy(\.isOfAddress) }
}

/// The reason no page was found on which the conditions of a trigger hold together.
package enum TrialObstacle: Hashable, Sendable {
  /// No page can: these two conditions exclude each other.
  case exclusion(String, String)
  /// No page can change what this condition compares.
  case fixed(String)
  /// Nothing was found that could, for this condition.
  case untried(String)

  /// In words.
  package var words: String {
    switch self {
    case .exclusion(let one, let other): "'\(one)' and '\(other)' never hold together"
    case .fixed(let condition): "'\(condition)' is the same for every hit"
    case .untried(let condition): "nothing was found for which '\(condition)' holds"
    }
  }
}

extension [TrialCondition] {
  /// Values for conditions on the same inputs, those of each and such as fulfil several at once.
  var candidates: [String?] {
    let positive = map(\.program).filter { !$0.isNegated }
    func texts(_ type: ConditionType) -> [String] {
      positive.filter { $0.type == type }.map(\.rightText)
    }
    let start = texts(.startsWith).max { $0.count < $1.count } ?? ""
    let end = texts(.endsWith).max { $0.count < $1.count } ?? ""
    let patterns = positive.filter { $0.type == .matchesRegularExpression }.map(\.fulfillingTexts)
    var middles = [""]
    for examples in patterns {
      middles = [String](middles.flatMap { text in examples.map { text + $0 } }.prefix(16))
    }
    let contained = texts(.contains)
    let composed = middles.map { middle -> String in
      contained.reduce(start + middle) { $0.containsText($1) ? $0 : $0 + $1 } + end
    }
    let numbers = map(\.program.rightText).compactMap(Double.init).sorted()
    let between = zip(numbers, numbers.dropFirst()).map { JavaScriptNumber.text(($0 + $1) / 2) }
    return flatMap(\.values) + (composed + between).filter { !$0.isEmpty }
  }

  /// Whether all hold where their inputs have a value.
  func hold(_ value: String?) -> Bool { allSatisfy { $0.holds(value) } }

  /// Two that exclude each other.
  var exclusion: TrialObstacle? {
    for (place, one) in enumerated() {
      for other in dropFirst(place + 1)
      where one.program.leftText == other.program.leftText && one.program.excludes(other.program) {
        return .exclusion(one.program.text, other.program.text)
      }
    }
    return nil
  }

  /// Those with the same inputs together, in order.
  var byInputs: [[TrialCondition]] {
    var groups: [[TrialCondition]] = []
    for condition in self {
      if let place = groups.firstIndex(where: { $0.first?.inputs == condition.inputs }) {
        groups[place].append(condition)
      } else {
        groups.append([condition])
      }
    }
    return groups
  }
}

extension ContainerProgram {
  /// Returns the value of an expression where whatever it looks at has a value itself, through
  /// tables and formats.
  func value(of expression: ValueExpression, given: ScriptValue, depth: Int = 0) -> ScriptValue {
    func inner(_ expression: ValueExpression) -> ScriptValue {
      value(of: expression, given: given, depth: depth + 1)
    }
    switch expression {
    case .constant(let value): return value
    case .text(let parts): return .string(parts.map { inner($0).asText }.joined())
    case .list, .map: return given
    case .variable(let slot):
      guard depth < 8 else { return given }
      let variable = variables[slot.index]
      let value =
        switch variable.source {
        case .table(let table): table.value(inner)
        case .constant(let expression): inner(expression)
        case .eventData(_, let fallback), .browser(.dataLayer(_, let fallback)):
          given == .undefined ? fallback.map(inner) ?? .undefined : given
        default: given
        }
      return variable.format.map { $0.apply(value, inner) } ?? value
    }
  }
}
