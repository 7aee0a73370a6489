import SandboxedJS
import TagManager

/// Something that occurs on a page and may lead to events.
struct TrialEvent: Hashable, Sendable {
  /// The event's name in the data layer; `nil` for the page's loading.
  let name: String?
  /// The trigger that alone gets it, by its id.
  private let triggerID: String?
  let isAutomatic: Bool
  /// The names under which the server may get it.
  let serverNames: Set<String>

  /// Whether it is the page's loading, for which nothing is pushed.
  var isLoad: Bool { name == nil }

  /// The members that Tag Manager adds to the push.
  var members: [ScriptValue.Member] {
    triggerID.map { [.init(AutomaticEvent.triggersKey, .string($0))] } ?? []
  }

  /// Whether a trigger of the web container listens for it.
  func mayMeet(_ trigger: TriggerProgram, in container: ContainerProgram) -> Bool {
    if let triggerID { return trigger.id == triggerID }
    let names = name.map { [$0] } ?? PageStage.all.map(\.event)
    return container.meets(trigger, Set(names))
  }

  /// Everything that either container waits for: the page's loading, what is pushed, what visitors do; and a push that
  /// nobody waits for.
  static func all(_ web: ContainerProgram, _ server: ContainerProgram) -> [TrialEvent] {
    var names: [String] = []
    for (container, triggers) in [(web, web.usedTriggers), (server, server.usedTriggers)] {
      for trigger in triggers {
        for name in container.names(of: trigger.conditions) ?? [] where isPlain(name) {
          if !names.contains(name), !name.hasPrefix("gtm.") { names.append(name) }
        }
        if container.names(of: trigger.conditions) == [],
          let name = container.exampleName(of: trigger),
          !names.contains(name)
        {
          names.append(name)
        }
      }
    }
    let hits = web.analyticsNames
    func event(_ name: String?, id: String? = nil, isAutomatic: Bool = false) -> TrialEvent {
      let bare = TrialEvent(
        name: name, triggerID: id, isAutomatic: isAutomatic, serverNames: [])
      var sent: Set<String> = name.map { [$0] } ?? ["page_view"]
      for hit in hits where hit.triggers.contains(where: { bare.mayMeet($0, in: web) }) {
        sent.formUnion(hit.names)
      }
      return TrialEvent(name: name, triggerID: id, isAutomatic: isAutomatic, serverNames: sent)
    }
    var events = [event(nil)] + names.map { event($0) }
    for automatic in AutomaticEvent.all {
      let triggers = web.usedTriggers.filter { $0.type == automatic.trigger }
      guard !triggers.isEmpty else { continue }
      events += (automatic.isOfOneTrigger ? triggers.map(\.id) : [nil]).map {
        event(automatic.name, id: $0, isAutomatic: true)
      }
    }
    return events + [event("tagwright_trial")]
  }

  /// The triggers whose conditions on the name no event was found to fulfil, and why.
  static func unmet(in container: ContainerProgram) -> [(name: String, obstacle: TrialObstacle)] {
    container.usedTriggers.compactMap { trigger in
      guard container.names(of: trigger.conditions) == [], container.exampleName(of: trigger) == nil
      else { return nil }
      let onName = container.onName(trigger)
      for (place, one) in onName.enumerated() {
        for other in onName.dropFirst(place + 1) where one.excludes(other) {
          return (trigger.name, .exclusion(one.text, other.text))
        }
      }
      return (trigger.name, .untried(onName.map(\.text).joined(separator: "' with '")))
    }
  }

  /// Whether a name is one, and no pattern.
  fileprivate static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.contains { "*+?[](){}^$|\\".contains($0) }
  }
}

extension ContainerProgram {
  /// The conditions of a trigger on the event's name.
  fileprivate func onName(_ trigger: TriggerProgram) -> [ConditionProgram] {
    trigger.conditions.filter { isEventName($0.left) }
  }

  /// Whether the conditions of a trigger on the name hold for one of some names.
  func meets(_ trigger: TriggerProgram, _ names: Set<String>) -> Bool {
    let onName = onName(trigger)
    return names.contains { name in
      onName.allSatisfy { $0.holds(.string(name), .string($0.rightText)) }
    }
  }

  /// A name that the pattern of a trigger fits.
  fileprivate func exampleName(of trigger: TriggerProgram) -> String? {
    onName(trigger).flatMap(\.fulfillingTexts).first { name in
      TrialEvent.isPlain(name) && meets(trigger, [name])
    }
  }

  /// The events that tags of Google Analytics send, with the triggers on which they do.
  fileprivate var analyticsNames: [(names: [String], triggers: [TriggerProgram])] {
    tags.filter { !$0.isPaused }.compactMap { tag in
      guard case .analytics(let analytics) = tag.action else { return nil }
      let used = tag.firing.compactMap { reference -> TriggerProgram? in
        if case .trigger(let place) = reference { triggers[place] } else { nil }
      }
      guard analytics == .event else { return (["page_view"], used) }
      guard case .constant(let name)? = tag.fields.first(where: { $0.key == "eventName" })?.value
      else { return nil }
      return ([name.asText], used)
    }
  }
}
