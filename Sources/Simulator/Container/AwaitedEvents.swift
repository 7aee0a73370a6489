import Diagnostics
import SandboxedJS
import TagManager

/// The names of the events that a container waits for.
package struct AwaitedEvents: Sendable {
  /// In the order of the triggers.
  private let names: [String]
  private let known: Set<String>
  /// The triggers that ask for a name or for a form of it.
  private let triggers: Set<String>
  private let questions = Remembered<String, String?>(atMost: 1_000)

  /// Collects what the triggers of a container ask for.
  package init(_ container: ContainerProgram) {
    names = container.triggers.flatMap { container.names(of: $0.conditions) ?? [] }
    known = Set(names)
    triggers = Set(
      container.triggers.filter { trigger in
        trigger.conditions.contains { container.isEventName($0.left) }
      }.map(\.name))
  }

  /// The name that was meant where no trigger waits for an event's own, in words; a tag that fires for events of any name,
  /// such as one of GA4, makes no name a known one.
  package func misspelling(of event: EventResult) -> String? {
    let name = event.eventName
    guard !known.contains(name) else { return nil }
    let isAwaited = event.tags.contains { tag in
      if case .fired(let trigger) = tag.decision { triggers.contains(trigger) } else { false }
    }
    guard !isAwaited,
      let question = questions.answer(to: name, { Spelling.question(for: $0, among: names) })
    else { return nil }
    return "no trigger waits for '\(name)'; \(question)"
  }
}

extension ContainerProgram {
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

  func isEventName(_ value: ValueExpression) -> Bool { variables.isEventName(value) }
}

extension [VariableProgram] {
  /// Whether a value is the event's name.
  func isEventName(_ value: ValueExpression) -> Bool {
    guard case .variable(let slot) = value, self[slot.index].format == nil else { return false }
    switch self[slot.index].source {
    case .eventName, .builtIn(.eventName), .builtIn(.event): return true
    case .eventData(.constant("event_name"), _): return true
    default: return false
    }
  }
}

extension ConditionProgram {
  /// The one text for which it holds; `nil` where there may be others.
  var onlyText: String? {
    guard type == .equals, !isNegated, !ignoresCase, case .constant(.string(let text)) = right
    else { return nil }
    return text
  }

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
