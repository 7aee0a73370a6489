import JSONText
import TagManager

/// Both containers, entity by entity, as meanings look at them.
struct ComparedContainers {
  let old: ContainerDiff.Side
  let new: ContainerDiff.Side
  /// Whether the second is a plan, so that the first is what runs.
  let newIsPlan: Bool
  /// Everything that was compared, also what is the same.
  let pairs: [EntityPair]
  /// The entities that differ, and tags whose template does, or that of a variable which they have.
  let differences: [EntityPair]
  /// The tags that both containers have, of those.
  let changedTags: [(old: NormalEntity, new: NormalEntity, pair: EntityPair)]

  private let oldTriggers: [String: NormalEntity]
  private let newTriggers: [String: NormalEntity]
  private let oldDestinations: [String: String]
  private let newDestinations: [String: String]
  private let oldConsentNeeds: ConsentNeeds
  private let newConsentNeeds: ConsentNeeds

  init(
    old: ContainerDiff.Side, new: ContainerDiff.Side, newIsPlan: Bool, pairs: [EntityPair],
    hosts: [String: String]
  ) {
    self.old = old
    self.new = new
    self.newIsPlan = newIsPlan
    self.pairs = pairs
    let oldTexts = Self.texts(pairs, \.old)
    let newTexts = Self.texts(pairs, \.new)
    func hasOtherCode(_ pair: EntityPair) -> Bool {
      !Self.isSame(Self.text(pair.old, oldTexts), Self.text(pair.new, newTexts))
    }
    let variables = pairs.filter { $0.kind == .variable }
    let changed = Set(
      variables.filter(hasOtherCode).compactMap { ($0.new ?? $0.old).map { "{{\($0.name)}}" } })
    differences = pairs.filter { pair in
      pair.isDifferent
        || pair.kind == .tag
          && (hasOtherCode(pair) || pair.new?.hasParameter(among: changed) ?? false)
    }
    let tags = differences.filter { $0.kind == .tag }
    changedTags = tags.compactMap { pair in
      guard let old = pair.old, let new = pair.new else { return nil }
      return (old, new, pair)
    }
    oldDestinations = Self.destinations(tags.compactMap(\.old), oldTexts, hosts)
    newDestinations = Self.destinations(tags.compactMap(\.new), newTexts, hosts)
    oldConsentNeeds = ConsentNeeds(tags.compactMap(\.old), variables.compactMap(\.old), oldTexts)
    newConsentNeeds = ConsentNeeds(tags.compactMap(\.new), variables.compactMap(\.new), newTexts)
    oldTriggers = Self.triggers(pairs, \.old)
    newTriggers = Self.triggers(pairs, \.new)
  }

  private static func triggers(
    _ pairs: [EntityPair], _ side: KeyPath<EntityPair, NormalEntity?>
  ) -> [String: NormalEntity] {
    let triggers = pairs.lazy.filter { $0.kind == .trigger }.compactMap { $0[keyPath: side] }
    return Dictionary(triggers.map { ($0.name, $0) }) { first, _ in first }
  }

  private static func texts(
    _ pairs: [EntityPair], _ side: KeyPath<EntityPair, NormalEntity?>
  ) -> [String: String] {
    var texts: [String: String] = [:]
    for pair in pairs where pair.kind == .customTemplate {
      guard let template = pair[keyPath: side], let text = template.templateText else { continue }
      texts[template.name] = text
    }
    return texts
  }

  private static func text(_ tag: NormalEntity?, _ templates: [String: String]) -> String? {
    tag?.templateName.flatMap { templates[$0] }
  }

  private static func isSame(_ old: String?, _ new: String?) -> Bool {
    guard let old, let new else { return old == new }
    return old.isExactly(new)
  }

  private static func destinations(
    _ tags: [NormalEntity], _ templates: [String: String], _ hosts: [String: String]
  ) -> [String: String] {
    var destinations: [String: String] = [:]
    for name in Set(tags.compactMap(\.templateName)) {
      destinations[name] = templates[name].flatMap { KnownDestination.name(ofTemplate: $0, hosts) }
    }
    return destinations
  }

  /// Returns the consent that the code of a tag's template asks for, and that of the variables which the tag has.
  func consentNeeds(inCodeOf tag: NormalEntity, isNew: Bool) -> [ConsentNeed] {
    (isNew ? newConsentNeeds : oldConsentNeeds).all(of: tag)
  }

  /// Returns the destination that receives what a tag sends, such as `TikTok`, where that is known.
  func destination(of tag: NormalEntity, isNew: Bool) -> String? {
    if let name = tag.templateName { return (isNew ? newDestinations : oldDestinations)[name] }
    return tag.typeName.flatMap(KnownDestination.name(ofType:))
  }

  /// A tag as sentences call it: `purchase → TikTok` where both are known, else its name.
  func subject(_ tag: NormalEntity, isNew: Bool) -> String {
    let events = (tag["firingTriggerId"]?.elements ?? []).flatMap { trigger in
      trigger.text.map { self.events(ofTrigger: $0, isNew: isNew) } ?? []
    }
    guard !events.isEmpty, events.count <= 3, let destination = destination(of: tag, isNew: isNew)
    else { return "'\(tag.name)'" }
    return "\(events.joined(separator: ", ")) → \(destination)"
  }

  /// The names of the events on which a trigger fires, where it names them.
  func events(ofTrigger name: String, isNew: Bool) -> [String] {
    let filters = (isNew ? newTriggers : oldTriggers)[name]?["customEventFilter"]?.elements ?? []
    return filters.compactMap { filter in
      filter["type"]?.text == "EQUALS" ? filter["parameter"]?["arg1"]?.text : nil
    }
  }
}

extension NormalEntity {
  /// Whether one of its parameters is one of these texts.
  fileprivate func hasParameter(among texts: Set<String>) -> Bool {
    !texts.isEmpty && parameters.contains { $0.value.text.map(texts.contains) ?? false }
  }
}
