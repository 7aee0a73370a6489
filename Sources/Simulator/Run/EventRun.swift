import SandboxedJS

/// The tags of a container for one event: which of them fire, in which order, and what becomes of them.
final class EventRun {
  private let container: ContainerProgram
  private let scope: EventScope
  private let recordsVariables: Bool
  private let explainsRefusals: Bool
  private let asksEveryTrigger: Bool
  private let explainsMisses: Bool
  /// The outcome of each trigger for the event, once it was asked.
  @exclusivity(unchecked) private var outcomes: [TriggerProgram.Outcome?]
  /// The results so far, in the order in which they became known.
  @exclusivity(unchecked) private var results: [TagResult] = []
  /// The place of each tag's result among them; -1 for none.
  @exclusivity(unchecked) private var places: [Int]
  /// The tags that wait for their neighbours to end.
  @exclusivity(unchecked) private var running: Set<Int> = []
  /// The tags whose code waits for all tags to end.
  private var waiting: [(tag: Int, scope: EventScope, earlier: TagEffects)] = []
  /// The event as tags see it behind their transformations.
  private var scopes: [[Int]: EventScope] = [:]

  /// So many tags may follow each other in a sequence.
  private static let longestSequence = 50

  init(_ scope: EventScope, _ simulation: Simulation) {
    self.scope = scope
    recordsVariables = simulation.recordsVariables
    explainsRefusals = simulation.explainsRefusals
    asksEveryTrigger = simulation.asksEveryTrigger
    explainsMisses = simulation.explainsMisses
    container = scope.container
    outcomes = Array(repeating: nil, count: container.triggers.count)
    places = Array(repeating: -1, count: container.tags.count)
  }

  /// Runs the tags, those of higher priority first; one for each in the order of the container.
  func run() -> [TagResult] {
    for index in order {
      let decision = decide(index)
      guard decision.isFired else {
        // A tag in a sequence may have fired without a trigger of its own.
        if places[index] < 0, explainsMisses || decision.missingConsent != nil {
          note(decision, of: index)
        }
        continue
      }
      fire(index, decision)
    }
    callBack()
    for place in results.indices {
      if let refusal = refusal(place) { results[place].outcome = refusal }
    }
    // Mostly they became known in the container's order.
    if zip(results.indices, results.indices.dropFirst()).allSatisfy({
      results[$0].place < results[$1].place
    }) {
      return results
    }
    return places.filter { $0 >= 0 }.map { results[$0] }
  }

  /// Notes that a tag did not fire.
  private func note(_ decision: FiringDecision, of index: Int) {
    let tag = container.tags[index]
    var result = TagResult(tag, decision)
    if recordsVariables { result.variables = variables(triggerSlots(tag), scope) }
    note(result, of: index)
  }

  private func note(_ result: TagResult, of index: Int) {
    if places[index] >= 0 {
      results[places[index]] = result
    } else {
      places[index] = results.count
      results.append(result)
    }
  }

  private func result(of index: Int) -> TagResult? {
    places[index] < 0 ? nil : results[places[index]]
  }

  private var order: [Int] {
    guard container.hasVaryingPriority else {
      return explainsMisses ? container.order.all : container.order.tags(for: scope.eventData)
    }
    let priorities = container.tags.map { tag in
      let number = tag.priority.map { scope.value($0).asNumber } ?? 0
      return number.isNaN ? 0 : number
    }
    return container.tags.indices.sorted { (-priorities[$0], $0) < (-priorities[$1], $1) }
  }

  // MARK: Whether a tag fires

  private func decide(_ index: Int) -> FiringDecision {
    let tag = container.tags[index]
    if tag.isPaused { return .paused }
    if !tag.schedule.contains(scope.context.time) { return .outsideSchedule }
    if tag.isOncePerPage, scope.page?.hasFired(tag.name) == true { return .alreadyFired }
    if tag.isLiveOnly, scope.context.information.previewMode { return .liveOnly }
    if tag.firing.isEmpty { return .noTrigger }
    for reference in tag.blocking {
      if let name = fires(reference) { return .blocked(by: name) }
    }
    for reference in tag.firing {
      guard let name = fires(reference) else { continue }
      if asksEveryTrigger { for reference in tag.firing { _ = fires(reference) } }
      return consent(tag) ?? .fired(trigger: name)
    }
    return .missed(explainsMisses ? tag.firing.compactMap(miss) : [])
  }

  /// The names of the triggers that fired, where every one of them was asked.
  var heldTriggers: Set<String> {
    guard asksEveryTrigger else { return [] }
    return Set(
      outcomes.indices.filter { outcomes[$0]?.isFiring == true }.map { container.triggers[$0].name }
    )
  }

  /// The name of a trigger that fires.
  private func fires(_ reference: TriggerReference) -> String? {
    switch reference {
    case .everyEvent: return "All Events"
    case .missing: return nil
    case .trigger(let index):
      return fires(index) ? container.triggers[index].name : nil
    }
  }

  private func fires(_ index: Int) -> Bool {
    if let known = outcomes[index] { return known.isFiring }
    let outcome = scope.outcome(of: container.triggers[index])
    outcomes[index] = outcome
    return outcome.isFiring
  }

  private func miss(_ reference: TriggerReference) -> FiringDecision.Miss? {
    guard case .trigger(let index) = reference else {
      if case .missing(let id) = reference {
        return FiringDecision.Miss(missing: id)
      }
      return nil
    }
    return FiringDecision.Miss(container.triggers[index], outcomes[index])
  }

  /// The consent that the tag's own settings miss.
  private func consent(_ tag: TagProgram) -> FiringDecision? {
    for type in tag.consentTypes {
      let state = scope.page.map { $0.hasConsent(type) } ?? ConsentState.of(type, scope.eventData)
      if state != true { return .consent(type: type, isDenied: state == false) }
    }
    return nil
  }

  /// The outcome of a tag that would have sent something, or failed in trying, had the visitor agreed to more; `nil`
  /// for other tags.
  ///
  /// Code that does not say why it sends nothing is run again, for a hit that is the same but for its consent.
  private func refusal(_ place: Int) -> TagResult.Outcome? {
    // Results are looked at where they are: most say that a tag did not fire.
    if let type = results[place].decision.missingConsent { return .refused([type]) }
    guard explainsRefusals, results[place].endedQuietly else { return nil }
    let tag = container.tags[results[place].place]
    guard case .template(let template) = tag.action else { return nil }
    let mentioned = container.templates[template].consentTypes
    let missing = (mentioned.isEmpty ? ConsentCode.types : mentioned).filter { type in
      // What a page says nothing of counts as granted.
      !(scope.page?.hasConsent(type) ?? (ConsentState.of(type, scope.eventData) == true))
    }
    guard !missing.isEmpty, results[place].saysRefused || acts(tag, granting: { _ in true })
    else { return nil }
    guard missing.count > 1 else { return .refused(missing) }
    return .refused(missing.filter { type in !acts(tag) { $0 != type } })
  }

  /// Whether a tag does more than end quietly for the event with other signals of consent.
  private func acts(_ tag: TagProgram, granting isGranted: @escaping (String) -> Bool) -> Bool {
    if let page = scope.page {
      let changed = EventScope(
        container, scope.eventData, scope.context, scope.limits, page: page, granting: isGranted)
      return TagRun(tag, fields: changed.fields(tag.fields), in: changed, isTrial: true).isVisible
    }
    let eventData = scope.eventData.with(ConsentState.signals(granting: isGranted))
    var changed = scope.with(consent: eventData)
    for index in tag.transformations {
      changed = changed.transformed(by: container.transformations[index])
    }
    return TagRun(tag, fields: changed.fields(tag.fields), in: changed, isTrial: true).isVisible
  }

  // MARK: Firing

  /// Fires a tag with the tags before and after it; gives how it ended.
  @discardableResult
  private func fire(_ index: Int, _ decision: FiringDecision) -> TagResult.Outcome? {
    let tag = container.tags[index]
    if let earlier = result(of: index)?.outcome, !tag.isUnlimited { return earlier }
    guard running.count < Self.longestSequence, running.insert(index).inserted else { return nil }
    defer { running.remove(index) }
    if let setup = tag.setup {
      let outcome = fireNeighbour(setup.tag, of: tag)
      if setup.stopsOnFailure, outcome != .success, outcome != .notSimulated {
        note(.setupFailed(tag: container.tags[setup.tag].name), of: index)
        return nil
      }
    }
    let outcome = execute(index, decision)
    if let teardown = tag.teardown, !teardown.stopsOnFailure || outcome == .success {
      fireNeighbour(teardown.tag, of: tag)
    }
    return outcome
  }

  @discardableResult
  private func fireNeighbour(_ index: Int, of tag: TagProgram) -> TagResult.Outcome? {
    guard !container.tags[index].isPaused else {
      note(.paused, of: index)
      return nil
    }
    return fire(index, .sequenced(with: tag.name))
  }

  private func execute(_ index: Int, _ decision: FiringDecision) -> TagResult.Outcome? {
    let tag = container.tags[index]
    let scope = scope(for: tag)
    let fields = scope.fields(tag.fields)
    var earlier = (tag.isUnlimited ? result(of: index)?.effects : nil) ?? TagEffects()
    // What variables' codes did for the triggers, then for the fields.
    earlier += self.scope.takeEffects()
    if scope !== self.scope { earlier += scope.takeEffects() }
    let run = TagRun(tag, fields: fields, in: scope)
    var result = TagResult(tag, decision)
    result.effects = earlier + run.effects
    result.outcome = run.outcome
    result.fields = fields
    if recordsVariables {
      result.variables = variables(tag.slots + triggerSlots(tag), scope)
    }
    scope.page?.noteFired(tag.name)
    if run.awaitsEnd { waiting.append((index, scope, earlier)) }
    note(result, of: index)
    return run.outcome
  }

  /// The event as a tag sees it.
  private func scope(for tag: TagProgram) -> EventScope {
    // In a browser, each tag asks its variables anew.
    if let page = scope.page {
      return EventScope(container, scope.eventData, scope.context, scope.limits, page: page)
    }
    guard !tag.transformations.isEmpty else { return scope }
    if let known = scopes[tag.transformations] { return known }
    var changed = scope
    for index in tag.transformations {
      changed = changed.transformed(by: container.transformations[index])
    }
    scopes[tag.transformations] = changed
    return changed
  }

  /// Tells the codes that wait for it how all tags ended: each runs again with what is known now, and as the world
  /// outside is the same, does what it did, and then what it waited with.
  private func callBack() {
    guard !waiting.isEmpty else { return }
    let finished = finishedTags
    for (index, scope, earlier) in waiting {
      let tag = container.tags[index]
      let run = TagRun(tag, fields: scope.fields(tag.fields), in: scope, finishedTags: finished)
      results[places[index]].effects = earlier + run.effects
      results[places[index]].outcome = run.outcome
    }
  }

  private var finishedTags: ScriptValue {
    .array(
      container.tags.indices.compactMap { index -> ScriptValue? in
        guard let outcome = result(of: index)?.outcome else { return nil }
        let tag = container.tags[index]
        var members: [ScriptValue.Member] = [
          .init("id", .string(tag.id)),
          .init("status", outcome == .success || outcome == .notSimulated ? "success" : "failure"),
          .init("executionTime", 0),
        ]
        if let key = tag.nameKey, !key.isEmpty { members.set(key, .string(tag.name)) }
        for entry in tag.metadata { members.set(entry.key, scope.value(entry.value)) }
        return .object(members)
      })
  }

  // MARK: Variables

  private func triggerSlots(_ tag: TagProgram) -> [VariableSlot] {
    (tag.firing + tag.blocking).flatMap { reference -> [VariableSlot] in
      guard case .trigger(let index) = reference else { return [] }
      return container.triggers[index].conditions.flatMap { $0.left.slots + $0.right.slots }
    }
  }

  /// The variables that were evaluated of these and of those that they refer to, each once.
  private func variables(
    _ slots: [VariableSlot], _ scope: EventScope
  ) -> [TagResult.NamedValue] {
    var values: [TagResult.NamedValue] = []
    var seen: Set<VariableSlot> = []
    var rest = Array(slots.reversed())
    while let slot = rest.popLast() {
      guard seen.insert(slot).inserted else { continue }
      let variable = container.variables[slot.index]
      rest += variable.slots.reversed()
      guard let value = scope.knownValue(slot) ?? self.scope.knownValue(slot) else { continue }
      if case .eventName = variable.source { continue }
      values.append(TagResult.NamedValue(name: variable.name, value: value))
    }
    return values
  }
}
