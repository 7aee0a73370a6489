import TagManager
import TestSupport

/// One fault, put into a container at a random place.
enum InjectedFault: String, CaseIterable {
  case removedVariable, removedBuiltIn, removedTrigger, removedFolder, removedTemplate
  case unknownSetupTag, unknownCleanupTag, unknownTagReference, unknownTriggerReference
  case unknownFolder, unknownClient, unknownVariable
  case zoneOnUnknownTrigger, transformationOfUnknownTemplate
  case conditionWithoutSubject, conditionOnText, conditionWithoutValue
  case sameName, sameID, noID, noName, bracesInName
  case noEventFilter, twoEventFilters
  case templateWithoutCode, templateWithBrokenInfo, templateForTheOtherSide, variableFromTagTemplate
  case unknownType, typeOfOtherSide, triggerOfOtherSide, reservedTriggerOfOtherSide
  case unknownTriggerType, unknownComparison, unknownParameterType
  case badBoolean, badNumber, listInPlaceOfText, repeatedSetting
  case circle, twoSetupTags, ownSetupTag, circleOfSetupTags, circleOfCleanupTags, mixedCircle
  case blockedByOwnTrigger
  case unreadablePattern, unreadableRow, groupWithoutTriggers, circleOfGroups
  case scheduleBackwards, scheduleWithoutTime
  case missingTagID, missingPath, blankPath, unknownSetting, reservedEvent, impossibleEvent
  case rowTwice, rowsButForBlanks, rowWithoutInput, templateOfOtherContainer

  /// The rule that has to find it.
  var rule: String {
    switch self {
    case .removedVariable, .unknownVariable: "dangling-variable"
    case .removedBuiltIn: "built-in-not-enabled"
    case .removedTrigger, .unknownTriggerReference, .zoneOnUnknownTrigger,
      .reservedTriggerOfOtherSide:
      "dangling-trigger"
    case .removedFolder, .unknownFolder: "dangling-folder"
    case .removedTemplate, .transformationOfUnknownTemplate: "dangling-template"
    case .unknownSetupTag, .unknownCleanupTag, .unknownTagReference: "dangling-tag"
    case .unknownClient: "dangling-client"
    case .conditionWithoutSubject, .conditionOnText: "condition-without-subject"
    case .conditionWithoutValue: "condition-without-value"
    case .sameName: "repeated-name"
    case .sameID, .noID: "repeated-id"
    case .noName, .bracesInName: "entity-name"
    case .noEventFilter, .twoEventFilters: "trigger-without-event"
    case .templateWithoutCode, .templateWithBrokenInfo: "unusable-template"
    case .templateForTheOtherSide, .variableFromTagTemplate: "template-of-other-kind"
    case .unknownType: "unknown-entity-type"
    case .typeOfOtherSide, .triggerOfOtherSide: "type-of-other-side"
    case .unknownTriggerType, .unknownComparison, .unknownParameterType: "unknown-word"
    case .badBoolean, .badNumber, .listInPlaceOfText: "malformed-parameter"
    case .repeatedSetting: "repeated-parameter"
    case .circle: "circular-variables"
    case .twoSetupTags, .ownSetupTag: "several-neighbour-tags"
    case .circleOfSetupTags, .circleOfCleanupTags, .mixedCircle: "circular-tags"
    case .circleOfGroups: "circular-trigger-groups"
    case .blockedByOwnTrigger: "blocked-by-own-trigger"
    case .unreadablePattern, .unreadableRow: "unreadable-pattern"
    case .groupWithoutTriggers: "empty-trigger-group"
    case .scheduleBackwards, .scheduleWithoutTime: "impossible-schedule"
    case .missingTagID, .missingPath, .blankPath: "missing-setting"
    case .unknownSetting: "unknown-setting"
    case .reservedEvent, .impossibleEvent: "reserved-event-name"
    case .rowTwice, .rowsButForBlanks, .rowWithoutInput: "repeated-table-row"
    case .templateOfOtherContainer: "template-of-other-container"
    }
  }

  /// Puts it in; the name that the finding has to say, or `nil` where the container has no place for it.
  func put(into version: inout ContainerVersion, using random: inout SeededGenerator) -> String? {
    func pick<Item>(_ items: [Item], where isFit: (Item) -> Bool = { _ in true }) -> Int? {
      items.indices.filter { isFit(items[$0]) }.randomElement(using: &random)
    }
    let side = version.container?.usageContexts.first ?? .server
    switch self {
    case .removedVariable:
      let used = version.referredNames
      guard let place = pick(version.variables, where: { used.contains($0.name) }) else {
        return nil
      }
      let name = version.variables.remove(at: place).name
      return version.referredNames.contains(name) ? name : nil
    case .removedBuiltIn:
      let used = version.referredNames
      guard
        let place = pick(
          version.builtInVariables, where: { used.contains($0.name ?? $0.type.displayName) })
      else { return nil }
      let removed = version.builtInVariables.remove(at: place)
      return removed.name ?? removed.type.displayName
    case .removedTrigger:
      let used = version.tags.flatMap { $0.firingTriggerIDs + $0.blockingTriggerIDs }
      guard let place = pick(version.triggers, where: { used.contains($0.id) }) else { return nil }
      return version.triggers.remove(at: place).id
    case .removedFolder:
      let used = version.tags.map(\.parentFolderID) + version.variables.map(\.parentFolderID)
      guard let place = pick(version.folders, where: { used.contains($0.id) }) else { return nil }
      return version.folders.remove(at: place).id
    case .removedTemplate:
      let used = version.tags.map(\.type) + version.variables.map(\.type)
      guard
        let place = pick(
          version.customTemplates,
          where: { template in template.entityTypes.contains { used.contains($0.text) } })
      else { return nil }
      return version.customTemplates.remove(at: place).entityTypes
        .first { used.contains($0.text) }?.text
    case .unknownSetupTag:
      return onTag(&version, pick(version.tags)) {
        $0.setupTags = [SetupTag(tagName: "Nothing of this name")]
        return "Nothing of this name"
      }
    case .unknownCleanupTag:
      return onTag(&version, pick(version.tags)) {
        $0.teardownTags = [TeardownTag(tagName: "Nothing of this name")]
        return "Nothing of this name"
      }
    case .unknownTagReference:
      return onTag(&version, pick(version.tags)) {
        $0.parameters.append(.list("others", [.map([.tagReference("tag", "Nowhere")])]))
        return "Nowhere"
      }
    case .unknownTriggerReference:
      version.triggers.append(
        Trigger(
          id: "990001", name: "Group", type: .triggerGroup,
          parameters: [.list("triggerIds", [.triggerReference(nil, "990002")])]))
      return "990002"
    case .unknownFolder:
      guard let place = pick(version.variables) else { return nil }
      version.variables[place].parentFolderID = "990003"
      return "990003"
    case .unknownClient:
      guard side == .server else { return nil }
      let name = BuiltInVariableType.clientName
      if !version.builtInVariables.contains(where: { $0.type == name }) {
        version.builtInVariables.append(BuiltInVariable(type: name, name: name.displayName))
      }
      version.triggers.append(
        Trigger(
          id: "990001", name: "By client", type: .always,
          filters: [Condition("{{Client Name}}", .equals, "No such client")]))
      return "No such client"
    case .unknownVariable:
      return onTag(&version, pick(version.tags)) {
        $0.parameters.append(.template("extra", "x {{Nowhere to be found}} y"))
        return "Nowhere to be found"
      }
    case .zoneOnUnknownTrigger:
      version.zones.append(
        Zone(
          id: "990001", name: "Zone",
          boundary: ZoneBoundary(customEvaluationTriggerIDs: ["990002"])))
      return "990002"
    case .transformationOfUnknownTemplate:
      guard side == .server else { return nil }
      version.transformations.append(
        Transformation(
          id: "990001", name: "Without e-mail", type: "tf_exclude_params",
          parameters: [.table("affectedTagTypes", [["tagType": "cvt_1_990002"]])]))
      return "cvt_1_990002"
    case .conditionWithoutSubject, .conditionOnText, .conditionWithoutValue, .unknownComparison:
      guard let place = pick(version.triggers, where: { !$0.filters.isEmpty }) else { return nil }
      spoilCondition(&version.triggers[place].filters[0])
      return version.triggers[place].name
    case .sameName:
      guard let place = pick(version.tags) else { return nil }
      var copy = version.tags[place]
      copy.id = "990001"
      version.tags.append(copy)
      return copy.name
    case .sameID:
      guard let place = pick(version.variables) else { return nil }
      version.variables.append(
        Variable(id: version.variables[place].id, name: "One more", type: "c"))
      return version.variables[place].id
    case .noID:
      version.folders.append(Folder(id: "", name: "New"))
      return "New"
    case .noName:
      return onTag(&version, pick(version.tags, where: { !version.isNeighbour($0.name) })) {
        $0.name = ""
        return "no name"
      }
    case .bracesInName:
      version.variables.append(Variable(id: "990001", name: "{{Odd}}", type: "c"))
      return "{{Odd}}"
    case .noEventFilter, .twoEventFilters:
      guard let place = pick(version.triggers, where: { $0.type == .customEvent }) else {
        return nil
      }
      let filters = version.triggers[place].customEventFilters
      version.triggers[place].customEventFilters = self == .noEventFilter ? [] : filters + filters
      return version.triggers[place].name
    case .templateWithoutCode, .templateWithBrokenInfo:
      guard let place = pick(version.customTemplates) else { return nil }
      let text = version.customTemplates[place].templateData
      let marker = self == .templateWithoutCode ? "___SANDBOXED_JS_FOR_" : "___INFO___"
      guard let range = text.firstRange(of: marker) else { return nil }
      version.customTemplates[place].templateData =
        self == .templateWithoutCode
        ? String(text[..<range.lowerBound])
        : text.replacing(marker, with: marker + "\n\n{,", maxReplacements: 1)
      return version.customTemplates[place].name
    case .templateForTheOtherSide:
      guard let place = pick(version.customTemplates) else { return nil }
      let own = side == .server ? "SANDBOXED_JS_FOR_SERVER" : "SANDBOXED_JS_FOR_WEB_TEMPLATE"
      let other = side == .server ? "SANDBOXED_JS_FOR_WEB_TEMPLATE" : "SANDBOXED_JS_FOR_SERVER"
      let text = version.customTemplates[place].templateData
      guard text.contains("___\(own)___") else { return nil }
      version.customTemplates[place].templateData = text.replacing(
        "___\(own)___", with: "___\(other)___", maxReplacements: 1
      ).replacing(
        side == .server ? "___SERVER_PERMISSIONS___" : "___WEB_PERMISSIONS___",
        with: side == .server ? "___WEB_PERMISSIONS___" : "___SERVER_PERMISSIONS___")
      return version.customTemplates[place].name
    case .variableFromTagTemplate:
      guard
        let place = pick(
          version.customTemplates, where: { $0.templateData.contains("\"type\": \"TAG\"") }),
        let type = version.customTemplates[place].entityTypes.first
      else { return nil }
      version.variables.append(Variable(id: "990001", name: "Odd variable", type: type.text))
      return "Odd variable"
    case .unknownType:
      return onTag(&version, pick(version.tags, where: { !$0.type.hasPrefix("cvt_") })) {
        $0.type += "zz"
        return $0.name
      }
    case .typeOfOtherSide:
      version.tags.append(
        Tag(id: "990001", name: "Stray", type: side == .server ? "gaawe" : "sgtmgaaw"))
      return "Stray"
    case .triggerOfOtherSide:
      version.triggers.append(
        Trigger(id: "990001", name: "Stray", type: side == .server ? .linkClick : .always))
      return "Stray"
    case .reservedTriggerOfOtherSide:
      let reserved: ReservedTrigger = side == .server ? .initialization : .allEvents
      return onTag(&version, pick(version.tags)) {
        $0.firingTriggerIDs.append(reserved.id)
        return reserved.name
      }
    case .unknownTriggerType:
      version.triggers.append(
        Trigger(id: "990001", name: "Odd", type: TriggerType(rawValue: "EVERYTHING")))
      return "EVERYTHING"
    case .unknownParameterType:
      return onTag(&version, pick(version.tags)) {
        $0.parameters.append(
          Parameter(type: ParameterType(rawValue: "TEXT"), key: "odd", value: "a"))
        return "TEXT"
      }
    case .badBoolean:
      return onTag(&version, pick(version.tags)) {
        $0.parameters.append(Parameter(type: .boolean, key: "odd", value: "yes"))
        return "odd"
      }
    case .badNumber:
      return onTag(&version, pick(version.tags)) {
        $0.priority = Parameter(type: .integer, value: "first")
        return "first"
      }
    case .listInPlaceOfText:
      return onTag(&version, pick(version.tags)) {
        $0.parameters.append(Parameter(type: .template, key: "odd", list: [.template("a")]))
        return "odd"
      }
    case .repeatedSetting:
      return onTag(
        &version, pick(version.tags, where: { $0.parameters.contains { $0.key != nil } })
      ) {
        $0.parameters.append($0.parameters[0])
        return $0.parameters[0].key
      }
    case .circle:
      version.variables.append(
        Variable(
          id: "990001", name: "First half", type: "c",
          parameters: [.template("value", "{{Second half}}")]))
      version.variables.append(
        Variable(
          id: "990002", name: "Second half", type: "c",
          parameters: [.template("value", "{{First half}}")]))
      return "First half"
    case .twoSetupTags:
      let names = version.tags.map(\.name)
      guard names.count > 2 else { return nil }
      version.tags[0].setupTags = [SetupTag(tagName: names[1]), SetupTag(tagName: names[2])]
      return names[0]
    case .ownSetupTag:
      return onTag(&version, pick(version.tags)) {
        $0.setupTags = [SetupTag(tagName: $0.name)]
        return $0.name
      }
    default: return putSetting(into: &version, side, using: &random)
    }
  }

  func onTag(
    _ version: inout ContainerVersion, _ place: Int?, _ change: (inout Tag) -> String?
  ) -> String? {
    place.flatMap { change(&version.tags[$0]) }
  }

  private func spoilCondition(_ condition: inout Condition) {
    switch self {
    case .conditionWithoutSubject: condition.parameters.removeAll { $0.key == "arg0" }
    case .conditionWithoutValue: condition.parameters.removeAll { $0.key == "arg1" }
    case .unknownComparison: condition.type = ConditionType(rawValue: "RESEMBLES")
    default: condition = Condition("Event Name", condition.type, condition.right)
    }
  }
}

extension ContainerVersion {
  /// The variables that anything refers to.
  fileprivate var referredNames: Set<String> {
    Set(
      tags.flatMap(\.variableNames) + triggers.flatMap(\.variableNames)
        + variables.flatMap(\.variableNames) + clients.flatMap(\.variableNames)
        + transformations.flatMap(\.variableNames))
  }

  /// Whether a tag is named by another.
  fileprivate func isNeighbour(_ name: String) -> Bool {
    tags.contains {
      $0.setupTags.contains { $0.tagName == name }
        || $0.teardownTags.contains { $0.tagName == name }
    }
      || transformations.contains { "\($0.parameters)".contains(name) }
  }
}
