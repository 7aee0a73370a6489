import Diagnostics
import SandboxedJS
import TagManager

extension CompiledContainer {
  /// The names of the events that triggers wait for, in their order, each once.
  package var eventNames: [String] {
    var seen: Set<String> = []
    return triggers.flatMap { names(of: $0.conditions) ?? [] }.filter { seen.insert($0).inserted }
  }

  /// The names of events for which conditions on the name hold; `nil` where there is no such condition.
  func names(of conditions: [ConditionProgram]) -> [String]? {
    let onName = conditions.filter { isEventName($0.left) && !$0.isNegated }
    guard let first = onName.first else { return nil }
    let candidates =
      first.type == .matchesRegularExpression ? first.alternatives : [first.rightText]
    return candidates.filter { name in
      onName.allSatisfy { $0.holds(.string(name), .string($0.rightText)) }
    }
  }

  func isEventName(_ value: ValueExpression) -> Bool {
    guard case .variable(let slot) = value else { return false }
    switch variables[slot.index].source {
    case .eventName, .builtIn(.eventName): return true
    case .eventData(.constant("event_name"), _): return true
    default: return false
    }
  }
}

extension ConditionProgram {
  /// The texts of a pattern that lists them, such as `^(page_view|purchase)$`.
  var alternatives: [String] {
    var list = rightText[...]
    for mark in ["^", "("] where list.hasPrefix(mark) { list = list.dropFirst() }
    for mark in ["$", ")"] where list.hasSuffix(mark) { list = list.dropLast() }
    return list.split(separator: "|").map { $0.filter { $0 != "\\" } }.filter { text in
      holds(.string(text), .string(rightText)) != isNegated
    }
  }
}

extension EventResult {
  /// The name that was meant where no tag fired and no trigger waits for the event's own; in words.
  package func misspelling(among names: [String]) -> String? {
    guard !names.contains(eventName), !tags.contains(where: \.isFired),
      let question = Spelling.question(for: eventName, among: names)
    else { return nil }
    return "no trigger waits for '\(eventName)'; \(question)"
  }
}
