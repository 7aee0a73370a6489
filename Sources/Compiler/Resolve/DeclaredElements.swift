import Diagnostics
import TagManager
import TagwrightPlan

extension DeclaredValues {
  /// Collects what a container and its destinations declare.
  init(
    _ container: ServerContainer, elements: [FiledElement], folders: [TagwrightPlan.Folder],
    triggers: [FiledTrigger]
  ) {
    add(container.allowances)
    for folder in folders { add(notes: folder.notes, at: folder.place) }
    for trigger in triggers.map(\.trigger) { add(trigger) }
    for element in elements {
      add(element.kind)
      element.destination?.declare(in: &self)
    }
    guard elements.contains(where: \.isAdopted) else { return }
    // Notes and conditions have no word for a secret: a placeholder stands there itself.
    secrets += (texts + eventNames + patterns).compactMap { text in
      Secret.name(inPlaceholder: text.value).map {
        Declared(Secret(name: $0, place: text.place), at: text.place)
      }
    }
  }

  private mutating func add(_ trigger: TagwrightPlan.Trigger) {
    add(trigger.conditions)
    add(notes: trigger.notes, at: trigger.place)
    switch trigger.match.kind {
    case .named(let name): eventNames.append(Declared(name, at: trigger.place))
    case .matching(""): eventNames.append(Declared("", at: trigger.place))
    case .matching(let pattern): patterns.append(Declared(pattern, at: trigger.place))
    case .any: break
    }
    add(notes: trigger.notes, at: trigger.place)
  }

  private mutating func add(_ element: ContainerElement.Kind) {
    switch element {
    case .ga4Tag(let tag):
      add(notes: tag.notes, at: tag.place)
      if let consent = tag.consent { add(consent) }
    case .rawTag(let tag): add(tag.name, tag.parameters, tag.settings.notes, tag.place)
    case .templateTag(let tag): add(tag.name, tag.fields, tag.settings.notes, tag.place)
    case .rawVariable(let variable):
      add(variable.name, variable.parameters, variable.notes, variable.place)
    case .templateVariable(let variable):
      add(variable.name, variable.fields, variable.notes, variable.place)
    case .rawClient(let client): add(client.name, client.parameters, client.notes, client.place)
    case .templateClient(let client): add(client.name, client.fields, nil, client.place)
    case .rawTrigger(let trigger):
      add(trigger.conditions)
      let raw = trigger.rawConditions
      add(texts: (raw.event + raw.further + raw.listening), at: trigger.place)
      add(trigger.name, trigger.parameters, trigger.notes, trigger.place)
    case .variable(let variable): add(variable)
    case .rawTransformation(let transformation):
      add(
        transformation.name, transformation.parameters, transformation.notes, transformation.place)
    case .rawGoogleTagSettings(let settings):
      add(parameters: settings.parameters, of: settings.type, at: settings.place)
    case .rawZone(let zone):
      add(texts: zone.conditions, at: zone.place)
      add(notes: zone.notes, at: zone.place)
    case .destination, .ga4Client, .externalVariable, .builtIns, .rawTemplate, .rawMember, .trigger,
      .folder,
      .example:
      break
    }
  }

  private mutating func add(
    _ name: String, _ parameters: [RawParameter], _ notes: String?, _ place: SourcePlace
  ) {
    add(parameters: parameters, of: name, at: place)
    add(notes: notes, at: place)
  }

  private mutating func add(_ variable: TagwrightPlan.Variable) {
    switch variable.value.kind {
    case .secret(let secret): secrets.append(Declared(secret, at: secret.place))
    case .regexTable(_, let rows, _, _, _, _):
      patterns += rows.map { Declared($0.input, at: variable.place) }
    default: break
    }
    for text in variable.value.parameters.flatMap(\.texts) {
      texts.append(Declared(text, at: variable.place))
    }
    add(notes: variable.notes, at: variable.place)
  }

  private mutating func add(
    parameters: [RawParameter], of owner: String, at place: SourcePlace
  ) {
    let list = ParameterList(owner: owner, parameters: parameters)
    parameterLists.append(Declared(list, at: place))
    for parameter in parameters {
      switch parameter.value {
      case .text(let text): texts.append(Declared(text, at: parameter.place))
      case .source(let source): addVariable(source)
      case .secret(let secret): secrets.append(Declared(secret, at: secret.place))
      case .table(let rows):
        for row in rows { add(parameters: row, of: parameter.key, at: parameter.place) }
      case .placeholder(let secret): secrets.append(Declared(secret, at: secret.place))
      case .exact: texts += parameter.texts.map { Declared($0, at: parameter.place) }
      case .boolean, .integer, .tag, .triggers, .type: break
      }
    }
  }

  private mutating func add(texts conditions: [RawCondition], at place: SourcePlace) {
    texts += conditions.flatMap(\.parameters).flatMap(\.texts).map { Declared($0, at: place) }
  }

  /// Adds the notes of an entity.
  mutating func add(notes: String?, at place: SourcePlace) {
    if let notes { texts.append(Declared(notes, at: place)) }
  }
}

extension Parameter {
  /// Its texts, at any depth.
  fileprivate var texts: [String] {
    [value].compactMap(\.self) + list.flatMap(\.texts) + map.flatMap(\.texts)
  }
}

extension RawParameter {
  /// The texts of a parameter as a container export has it, at any depth.
  fileprivate var texts: [String] {
    switch value {
    case .text(let text): [text]
    case .exact(_, let text, let list, let map, _):
      [text].compactMap(\.self) + list.flatMap(\.texts) + map.flatMap(\.texts)
    default: []
    }
  }
}
