import TagManager
import TagwrightPlan

// Triggers, their conditions, and zones.
extension ContainerAdoption {
  func trigger(_ trigger: TagManager.Trigger) -> Filed {
    if let plain = plainTrigger(trigger) {
      return Filed(.trigger(plain), in: trigger.parentFolderID)
    }
    return Filed(.rawTrigger(rawTrigger(trigger)), in: trigger.parentFolderID)
  }

  /// The plan's own word, where it says everything.
  private func plainTrigger(_ trigger: TagManager.Trigger) -> TagwrightPlan.Trigger? {
    guard trigger.parameters.isEmpty, trigger.autoEventFilters.isEmpty, settings(trigger).isEmpty,
      let match = match(trigger), let conditions = conditions(trigger.filters)
    else { return nil }
    return TagwrightPlan.Trigger(
      trigger.name, on: match, where: conditions, notes: trigger.notes, at: .none)
  }

  private func match(_ trigger: TagManager.Trigger) -> TagwrightPlan.Trigger.EventMatch? {
    switch (trigger.type, trigger.customEventFilters.count) {
    case (.always, 0): return .anyEvent
    case (.customEvent, 1):
      let filter = trigger.customEventFilters[0]
      if filter == TagManager.Condition("{{_event}}", .equals, filter.right) {
        return .event(filter.right)
      }
      return filter == TagManager.Condition("{{_event}}", .matchesRegularExpression, filter.right)
        ? .events(matching: filter.right) : nil
    default: return nil
    }
  }

  private func rawTrigger(_ trigger: TagManager.Trigger) -> RawTrigger {
    let plain = trigger.customEventFilters.isEmpty ? conditions(trigger.filters) : nil
    var raw = RawTrigger(
      trigger.name, type: trigger.type.rawValue, parameters: parameters(trigger.parameters),
      where: plain ?? [], notes: trigger.notes, at: .none)
    raw = raw.conditions(
      event: trigger.customEventFilters.map(rawCondition),
      further: plain == nil ? trigger.filters.map(rawCondition) : [],
      listening: trigger.autoEventFilters.map(rawCondition))
    for setting in settings(trigger) { raw = raw.setting(setting) }
    return raw
  }

  private func settings(_ trigger: TagManager.Trigger) -> [RawParameter] {
    TagManager.Trigger.settings.compactMap { setting in
      trigger[setting: setting.member].map { member(setting.member, $0) }
    }
  }

  /// Conditions in the plan's own words; `nil` where it has none for one of them, or would keep it once.
  private func conditions(_ conditions: [TagManager.Condition]) -> [TagwrightPlan.Condition]? {
    let plain = conditions.compactMap(condition)
    guard plain.count == conditions.count, Set(conditions).count == conditions.count else {
      return nil
    }
    return plain
  }

  private func condition(_ condition: TagManager.Condition) -> TagwrightPlan.Condition? {
    let names = VariableReferences.names(in: condition.left)
    guard let name = names.first, condition.left == "{{\(name)}}", name != "_event",
      condition
        == TagManager.Condition(
          condition.left, condition.type, condition.right, ignoresCase: condition.ignoresCase,
          isNegated: condition.isNegated),
      let operation = Comparison.Operator(rawValue: condition.type.rawValue),
      !condition.ignoresCase || operation == .matchesRegex
    else { return nil }
    let comparison = Comparison(
      source(name), operation, condition.right, ignoresCase: condition.ignoresCase)
    guard operation.comparesNumbers else {
      return TagwrightPlan.Condition(condition.isNegated ? comparison.negated : comparison)
    }
    guard !condition.isNegated, let number = Double(condition.right), number.isFinite,
      Source.numberText(number) == condition.right
    else { return nil }
    return TagwrightPlan.Condition(comparison)
  }

  private func source(_ name: String) -> Source {
    let builtIn = BuiltIn.all.first { $0.name == name }
    guard let builtIn, side == .server, builtInNames.contains(name), !variableNames.contains(name)
    else { return .variable(name) }
    return .builtIn(builtIn)
  }

  private func rawCondition(_ condition: TagManager.Condition) -> RawCondition {
    let plain = TagManager.Condition(
      condition.left, condition.type, condition.right, ignoresCase: condition.ignoresCase,
      isNegated: condition.isNegated)
    guard condition == plain else {
      return RawCondition(
        type: condition.type.rawValue, parameters: parameters(condition.parameters))
    }
    return RawCondition(
      condition.left, condition.type.rawValue, condition.right,
      ignoresCase: condition.ignoresCase, isNegated: condition.isNegated)
  }

  func zone(_ zone: Zone) -> RawZone {
    RawZone(
      zone.name,
      children: zone.childContainers.map { .init(publicID: $0.publicID, nickname: $0.nickname) },
      where: (zone.boundary?.conditions ?? []).map(rawCondition),
      evaluatedOn: (zone.boundary?.customEvaluationTriggerIDs ?? []).map(trigger),
      restricts: zone.typeRestriction?.enable,
      allowedTypes: zone.typeRestriction?.allowedTypeIDs ?? [], notes: zone.notes)
  }
}

extension Comparison.Operator {
  /// Whether it compares numbers.
  var comparesNumbers: Bool {
    switch self {
    case .greater, .greaterOrEquals, .less, .lessOrEquals: true
    default: false
    }
  }
}
