import TagManager
import TestSupport

extension InjectedFault {
  /// Puts in a fault of settings, schedules and sequences.
  func putSetting(
    into version: inout ContainerVersion, _ side: UsageContext,
    using random: inout SeededGenerator
  ) -> String? {
    switch self {
    case .circleOfSetupTags, .circleOfCleanupTags, .mixedCircle:
      let places = version.tags.indices.shuffled(using: &random).prefix(3)
      guard places.count > 1 else { return nil }
      for (place, next) in zip(places, places.dropFirst() + places.prefix(1)) {
        let name = version.tags[next].name
        if self == .circleOfSetupTags || self == .mixedCircle && place == places[0] {
          version.tags[place].setupTags = [SetupTag(tagName: name)]
        } else {
          version.tags[place].teardownTags = [TeardownTag(tagName: name)]
        }
      }
      return version.tags[places[0]].name
    case .blockedByOwnTrigger:
      let places = version.tags.indices.filter { !version.tags[$0].firingTriggerIDs.isEmpty }
      return onTag(&version, places.randomElement(using: &random)) {
        $0.blockingTriggerIDs += $0.firingTriggerIDs.prefix(1)
        return $0.name
      }
    case .circleOfGroups:
      let count = Int.random(in: 1...4, using: &random)
      for place in 0..<count {
        version.triggers.append(
          Trigger(
            id: "99000\(place)", name: "Odd group \(place)", type: .triggerGroup,
            parameters: [
              .list("triggerIds", [.triggerReference(nil, "99000\((place + 1) % count)")])
            ]))
      }
      return "Odd group 0"
    case .unreadablePattern:
      version.triggers.append(
        Trigger(
          id: "990001", name: "Odd", type: .always,
          filters: [
            Condition(
              "{{_event}}", .matchesRegularExpression,
              unreadable(on: side).randomElement(using: &random) ?? "(a")
          ]))
      return "Odd"
    case .unreadableRow:
      version.variables.append(
        table("remm", [unreadable(on: side).randomElement(using: &random) ?? "(a", "plain"]))
      return "Odd table"
    case .groupWithoutTriggers:
      version.triggers.append(
        Trigger(
          id: "990001", name: "Odd group", type: .triggerGroup,
          parameters: Bool.random(using: &random) ? [] : [.list("triggerIds", [])]))
      return "Odd group"
    case .scheduleBackwards:
      return onTag(&version, version.tags.indices.randomElement(using: &random)) {
        $0.scheduleStartMilliseconds = "1767225600000"
        $0.scheduleEndMilliseconds = ["1767225600000", "1764547200000", "0"]
          .randomElement(using: &random)
        return $0.name
      }
    case .scheduleWithoutTime:
      return onTag(&version, version.tags.indices.randomElement(using: &random)) {
        $0.scheduleEndMilliseconds = ["", "tomorrow", "-1", "1767225600000.5", "2026-01-01"]
          .randomElement(using: &random)
        return $0.name
      }
    case .missingTagID:
      guard side == .web else { return nil }
      version.tags.append(Tag(id: "990001", name: "Odd tag", type: "googtag"))
      return "Odd tag"
    case .missingPath, .blankPath:
      let places = version.variables.indices.filter {
        ["ed", "v"].contains(version.variables[$0].type)
      }
      guard let place = places.randomElement(using: &random) else { return nil }
      let key = version.variables[place].type == "ed" ? "keyPath" : "name"
      version.variables[place].parameters.removeAll { $0.key == key }
      if self == .blankPath { version.variables[place].parameters.append(.template(key, " ")) }
      return version.variables[place].name
    case .unknownSetting:
      let places = version.tags.indices.filter { place in
        version.customTemplates.contains { template in
          template.entityTypes.contains { $0.text == version.tags[place].type }
        }
      }
      return onTag(&version, places.randomElement(using: &random)) {
        $0.parameters.append(.template("noSuchField", "1"))
        return "noSuchField"
      }
    case .reservedEvent, .impossibleEvent:
      let names =
        self == .reservedEvent
        ? ["session_start", "first_visit", "user_engagement", "error"]
        : [
          "add to cart", "2nd_purchase", "_purchase", "purchase-1",
          String(repeating: "a", count: 41),
        ]
      guard let name = names.randomElement(using: &random) else { return nil }
      version.tags.append(
        Tag(
          id: "990001", name: "Odd tag", type: side == .server ? "sgtmgaaw" : "gaawe",
          parameters: [.template("eventName", name)]))
      return name
    case .rowTwice:
      version.variables.append(table("smm", ["de", "at", "de"]))
      return "two rows for 'de'"
    case .rowsButForBlanks:
      let blanks = [" de", "de ", "de\u{A0}", "\tde"].randomElement(using: &random) ?? " de"
      version.variables.append(table("smm", ["de", "at", blanks]))
      return "rows for 'de' and '\(blanks)'"
    case .rowWithoutInput:
      version.variables.append(table("smm", ["de", ""]))
      return "Odd table"
    case .templateOfOtherContainer:
      guard version.containerID?.isEmpty == false,
        let place = version.customTemplates.indices.filter({
          version.customTemplates[$0].galleryReference?.galleryTemplateID == nil
        }).randomElement(using: &random)
      else { return nil }
      version.customTemplates[place].containerID = "990009"
      return "990009"
    default: return nil
    }
  }

  private func unreadable(on side: UsageContext) -> [String] {
    ["(a", "a)", "[a-", "*a"]
      + (side == .server
        ? ["(?=a)b", "(?<!a)b", "(a)\\1", "a{5,2}"] : ["(?i)a", "(?P<b>a)", "^*", "a\\"])
  }

  private func table(_ type: String, _ inputs: [String]) -> Variable {
    Variable(
      id: "990001", name: "Odd table", type: type,
      parameters: [
        .template("input", "{{_event}}"), .table("map", inputs.map { ["key": $0, "value": "x"] }),
      ])
  }
}
