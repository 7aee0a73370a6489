package import CustomTemplate
package import SandboxedJS
import TagManager

/// The visits that are played through a web container and the server container behind it:
/// everything that either waits for, both sides of every condition, every state of consent, and the
/// same again.
package struct SiteTrial: Sendable {
  /// A trigger of either container.
  package struct TriggerKey: Hashable, Sendable {
    package let side: CustomTemplate.Side
    package let name: String

    package init(_ side: CustomTemplate.Side, _ name: String) {
      self.side = side
      self.name = name
    }
  }

  /// The visits, the usual ones first.
  package private(set) var visits: [TrialVisit] = []
  /// The gaps in what can be played, a line each.
  package private(set) var gaps: [String] = []
  /// The reason no page was found for a trigger, for each trigger where that is so.
  package private(set) var obstacles: [TriggerKey: TrialObstacle] = [:]
  private let web: ContainerProgram
  private let server: ContainerProgram
  private let site: TrialSite
  private var number = 0

  /// More pushes than these are not played: containers with hundreds of conditions.
  private static let mostActs = 4_000

  /// Something to push, or the loading of a page.
  private struct Plan {
    let event: TrialEvent
    let world: TrialWorld
    let kind: TrialVisit.Act.Kind
    let words: String
  }

  /// - Parameters:
  ///   - address: the page's host, such as `www.example.com`.
  ///   - cookies: those that pixels set, each with a value as the pixel makes it.
  package init(_ simulation: BrowserSimulation, host: String, cookies: [NamedText]) {
    web = simulation.web.container
    server = simulation.server.container
    site = TrialSite(web, server, host: host, cookies: cookies)
    gaps = web.triggerGaps + server.triggerGaps
    var usual: [Plan] = []
    var varied: [Plan] = []
    var solved: Set<TriggerKey> = []
    for event in TrialEvent.all(web, server) {
      var worlds: [TrialWorld] = [TrialWorld()]
      for (trigger, conditions) in triggers(of: event) {
        let (world, obstacle) = site.solve(conditions)
        if let obstacle { obstacles[trigger] = obstacle } else { solved.insert(trigger) }
        if !worlds.contains(world) { worlds.append(world) }
        for condition in conditions {
          for value in condition.values {
            let used = site.value(value, for: condition)
            let other = condition.inputs.reduce(world) { $0.setting($1, used) }
            guard !worlds.contains(other), let first = condition.inputs.first else { continue }
            let said = value.map { "is '\($0)'" } ?? "is not there"
            varied.append(
              Plan(
                event: event, world: other, kind: .varied, words: "where \(first.words) \(said)"))
          }
        }
      }
      for world in worlds {
        usual.append(Plan(event: event, world: world, kind: .usual, words: ""))
      }
    }
    for trigger in solved { obstacles[trigger] = nil }
    for container in [web, server] {
      for (name, obstacle) in TrialEvent.unmet(in: container) {
        obstacles[TriggerKey(container.side, name)] = obstacle
      }
    }
    var seen: Set<TrialWorld.Keyed> = []
    varied = varied.filter { seen.insert(.init(event: $0.event, world: $0.world)).inserted }
    if varied.count > Self.mostActs {
      gaps.append("\(varied.count - Self.mostActs) of \(varied.count) values of conditions")
      varied = Array(varied.prefix(Self.mostActs))
    }
    play(usual + usual, .granted)
    // On the next page everything occurs once more.
    play(
      usual.map {
        Plan(event: $0.event, world: $0.world, kind: .bare, words: "with its name alone")
      }, .granted)
    let types = web.consentTypes.union(server.consentTypes)
    for consent in TrialConsent.others(ConsentCode.types.filter(types.contains)) {
      play(usual, consent)
    }
    play(varied, .granted)
  }

  // MARK: Visits

  private mutating func play(_ plans: [Plan], _ consent: TrialConsent) {
    var groups: [(key: TrialWorld, plans: [Plan])] = []
    var places: [TrialWorld: Int] = [:]
    for plan in plans {
      var key = TrialWorld(page: plan.world.page)
      if plan.event.isLoad { key.values = plan.world.values }
      if let place = places[key] {
        groups[place].plans.append(plan)
      } else {
        places[key] = groups.count
        groups.append((key, [plan]))
      }
    }
    for group in groups { play(group.plans, in: group.key, consent) }
  }

  private mutating func play(_ plans: [Plan], in world: TrialWorld, _ consent: TrialConsent) {
    number += 1
    let load = plans.first { $0.event.isLoad }
    var visit = site.visit(world.page)
    visit.consent = consent.defaults
    visit.pushes = [.object(site.members(of: world, number, isAutomatic: false))]
    if let update = consent.update {
      // Something has to occur before, or the update would be there for the page's loading.
      if !consent.isEarly { visit.pushes.append(["event": "tagwright_trial"]) }
      visit.pushes.append(.array(["consent", "update", update]))
    }
    let loading = TrialVisit.Act(
      event: nil, kind: load?.kind == .varied ? .varied : .usual, words: load?.words ?? "",
      order: site.order(number))
    var acts: [Int: TrialVisit.Act] = [:]
    for plan in plans {
      guard let name = plan.event.name else { continue }
      number += 1
      let order = site.order(number)
      let members = site.members(of: plan.world, number, isAutomatic: plan.event.isAutomatic)
      let event: [ScriptValue.Member] = [.init("event", .string(name))] + plan.event.members
      // The first event finds what was pushed for the page's loading.
      if !acts.isEmpty || consent.update != nil { visit.pushes.append(site.reset) }
      visit.pushes.append(.object(event + members))
      acts[visit.pushes.count] = TrialVisit.Act(
        event: name, kind: plan.kind == .bare ? .usual : plan.kind, words: plan.words,
        order: order)
      guard plan.kind == .bare else { continue }
      visit.pushes.append(.object(event))
      acts[visit.pushes.count] = TrialVisit.Act(
        event: name, kind: .bare, words: plan.words, order: order)
    }
    // Once is enough: what follows no event of the site's own is there in every state of consent.
    if consent.words == nil {
      visit.isLeft = true
      acts[visit.pushes.count + 1] = TrialVisit.Act(
        event: GoogleTagHit.leaving, kind: .varied, words: "(sent by the Google tag on its own)",
        order: "")
    }
    visits.append(
      TrialVisit(
        visit: visit, consent: consent.words, hasConsentMode: consent.hasMode, load: loading,
        acts: acts))
  }

  // MARK: Conditions

  /// The triggers that an event may meet on either side, each with those of its conditions that are not on the name.
  private func triggers(of event: TrialEvent) -> [(key: TriggerKey, conditions: [TrialCondition])] {
    let onPage = web.usedTriggers.filter { event.mayMeet($0, in: web) }.map { trigger in
      let conditions = trigger.conditions.filter { !web.isEventName($0.left) }
      return (
        TriggerKey(.web, trigger.name),
        conditions.map { condition in
          let looked = web.inputs(of: condition.left)
          return TrialCondition(
            condition, in: web, looked.inputs, listed: looked.listed,
            isFixed: web.isFixed(condition.left))
        }
      )
    }
    let names = event.serverNames
    let onServer = server.usedTriggers.filter { trigger in
      server.names(of: trigger.conditions).map { listed in
        !names.isDisjoint(with: listed) || server.meets(trigger, names)
      } ?? true
    }.map { trigger in
      let conditions = trigger.conditions.filter { !server.isEventName($0.left) }
      return (TriggerKey(.server, trigger.name), conditions.map(serverCondition))
    }
    return (onPage + onServer).filter { !$0.1.isEmpty }
  }

  private func serverCondition(_ condition: ConditionProgram) -> TrialCondition {
    if let (path, listed) = server.eventDataPath(of: condition.left) {
      let looked = site.inputs(ofEventData: path)
      return TrialCondition(
        condition, in: server, looked.inputs, listed: listed, isFixed: looked.isFixed)
    }
    let looked = server.inputs(of: condition.left)
    return TrialCondition(
      condition, in: server, looked.inputs, listed: looked.listed,
      isFixed: server.isFixed(condition.left))
  }
}

extension TrialWorld {
  /// A world for one event.
  fileprivate struct Keyed: Hashable {
    let event: TrialEvent
    let world: TrialWorld
  }
}

extension ContainerProgram {
  /// The triggers that a tag which is not paused fires on, or is kept from firing by.
  var usedTriggers: [TriggerProgram] {
    var places: Set<Int> = []
    for tag in tags where !tag.isPaused {
      for case .trigger(let place) in tag.firing + tag.blocking { places.insert(place) }
    }
    return places.sorted().map { triggers[$0] }
  }

  /// The triggers in use that are not simulated, a line each.
  fileprivate var triggerGaps: [String] {
    let triggers = usedTriggers
    return triggers.filter { !$0.isSimulated }.map {
      "trigger '\($0.name)': its type is not simulated"
    }
      + triggers.flatMap { trigger in
        trigger.conditions.filter { !$0.isSimulated }.map {
          "trigger '\(trigger.name)': its condition '\($0.type.rawValue)' is not simulated"
        }
      }
  }
}
