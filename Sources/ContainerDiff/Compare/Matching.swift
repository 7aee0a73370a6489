import JSONText
import TagManager

/// Which entities of two containers are the same one.
struct Matching {
  /// Places in the two lists; one is missing where only one container has it.
  struct Match {
    let old: Int?
    let new: Int?
  }

  private let old: [JSONObject]
  private let new: [JSONObject]
  private let kind: EntityKind
  private var partners: [Int?]
  private var isTaken: [Bool]

  /// Pairs what has the same name; of those that share one name what has the same content, then the rest in order.
  init(
    _ old: [JSONObject], _ new: [JSONObject], kind: EntityKind, oldForm: Normaliser,
    newForm: Normaliser
  ) {
    self.old = old
    self.new = new
    self.kind = kind
    partners = Array(repeating: nil, count: old.count)
    isTaken = Array(repeating: false, count: new.count)
    var places: [ExactText: [Int]] = [:]
    for (place, entity) in new.enumerated() { places[name(of: entity), default: []].append(place) }
    var groups: [(name: ExactText, places: [Int])] = []
    var groupOfName: [ExactText: Int] = [:]
    for (place, entity) in old.enumerated() {
      let name = name(of: entity)
      if let group = groupOfName[name] {
        groups[group].places.append(place)
      } else if places[name] != nil {
        groupOfName[name] = groups.count
        groups.append((name, [place]))
      }
    }
    for group in groups {
      let others = places[group.name] ?? []
      if group.places.count > 1 || others.count > 1 {
        let same = SameContent.pairs(
          group.places.map { content(old[$0], oldForm) },
          others.map { content(new[$0], newForm) })
        for match in same { pair(group.places[match.old], others[match.new]) }
      }
      let left = group.places.filter { partners[$0] == nil }
      for (before, after) in zip(left, others.filter { !isTaken[$0] }) { pair(before, after) }
    }
  }

  /// Every entity once, paired where both containers have it: those of the first, then the others of the second.
  var matches: [Match] {
    partners.enumerated().map { Match(old: $0.offset, new: $0.element) }
      + isTaken.indices.filter { !isTaken[$0] }.map { Match(old: nil, new: $0) }
  }

  /// Pairs what has the same content under another name, and notes the new names.
  ///
  /// - Parameters:
  ///   - oldContext: what is known of an entity of the first container beside its own members.
  ///   - newContext: the same of the second container.
  mutating func findRenames(
    _ oldForm: inout Normaliser, _ newForm: Normaliser,
    oldContext: (JSONObject) -> [String] = { _ in [] },
    newContext: (JSONObject) -> [String] = { _ in [] }
  ) {
    guard kind != .builtInVariable, kind != .gtagConfig else { return }
    // What refers to others of its kind is the same only once their new names are known.
    for _ in 0..<4 {
      let left = partners.indices.filter { partners[$0] == nil }
      let right = isTaken.indices.filter { !isTaken[$0] }
      guard !left.isEmpty, !right.isEmpty else { return }
      let same = SameContent.pairs(
        left.map { telling(old[$0], oldForm, oldContext) ?? .number("old \($0)") },
        right.map { telling(new[$0], newForm, newContext) ?? .number("new \($0)") })
      guard !same.isEmpty else { return }
      for match in same {
        let (before, after) = (left[match.old], right[match.new])
        pair(before, after)
        oldForm.renames.add(
          kind, from: old[before].text("name"), to: new[after].text("name"))
      }
    }
  }

  private mutating func pair(_ before: Int, _ after: Int) {
    partners[before] = after
    isTaken[after] = true
  }

  private func name(of entity: JSONObject) -> ExactText {
    let name = entity.text(kind.nameMember)
    return ExactText(text: kind == .builtInVariable ? Form.exportWord(fromAPI: name) : name)
  }

  /// Everything about an entity but its name.
  private func content(_ entity: JSONObject, _ form: Normaliser) -> NormalValue {
    let normal = form.entity(entity, kind)
    guard let text = normal.templateText else { return .record(normal.members) }
    let template = TemplateContent(
      text, name: normal.name, isFromGallery: normal["galleryReference"] != nil)
    return .list([.record(normal.members), template.value])
  }

  /// The content by which an entity is known under another name; `nil` where it says too little.
  private func telling(
    _ entity: JSONObject, _ form: Normaliser, _ context: (JSONObject) -> [String]
  ) -> NormalValue? {
    if kind == .variable, form.secrets.names.contains(entity.text("name")) { return nil }
    let context = context(entity).sorted { $0.isBefore($1) }
    if kind == .folder, context.isEmpty { return nil }
    return .list([content(entity, form), .list(context.map { .text($0) })])
  }
}
