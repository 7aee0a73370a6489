import CustomTemplate
import TagManager

/// The server's side of the contract: the destination's tags and what they read.
struct ServerSide {
  /// A tag that sends to the destination.
  struct DestinationTag {
    let tag: Tag
    /// The events of the site that it is for; `nil` where they cannot be told.
    let events: [String]?
    let pixel: String?
    /// Its fields with those of the variables in them, several of one name together, and where their values come from.
    let fields: [(name: String, origins: [ValueOrigin])]
    /// The paths of the event data that its template reads itself.
    let implicitPaths: [String]
    /// Whether its template may read all of the event data.
    let readsEverything: Bool
    /// The consent that it asks the hit for; `nil` where it asks for none.
    let consent: Set<String>?
    private let sentName: @Sendable (String) -> String?

    /// Returns the name that the destination gets for an event; `nil` where that cannot be told.
    func sentName(of event: String) -> String? { sentName(event) }

    /// The origins of the fields of these names.
    func origins(_ names: Set<String>) -> [ValueOrigin] {
      fields.filter { names.contains($0.name) }.flatMap(\.origins)
    }

    fileprivate init(
      _ tag: Tag, _ template: CustomTemplate, in container: ContractContainer,
      _ vocabulary: ContractVocabulary
    ) {
      self.tag = tag
      events = container.eventNames(of: tag)
      pixel = tag.text(vocabulary.pixelKeys).flatMap { text in
        if case .text(let code) = container.origin(of: text) { code } else { nil }
      }
      let variables = container.templateVariables(of: tag, template)
      var fields: [(name: String, origins: [ValueOrigin])] = []
      for parameter in tag.parameters + variables.flatMap(\.variable.parameters) {
        guard let key = parameter.key, let value = parameter.value else { continue }
        let name = Self.base(of: key)
        let origin = container.origin(of: value)
        if let index = fields.firstIndex(where: { $0.name == name }) {
          fields[index].origins.append(origin)
        } else {
          fields.append((name, [origin]))
        }
      }
      self.fields = fields
      let permission = template.permissions.first { $0.publicID == "read_event_data" }
      readsEverything = permission?["eventDataAccess"]?.text == "any"
      implicitPaths = permission?.texts("keyPatterns") ?? []
      consent = Self.consent(
        of: tag, [template.code] + variables.map(\.template.code), in: container)
      let ownEvent = Self.constant(named: "EVENT", in: template.code)
      let field = tag.text(vocabulary.eventKeys).map { container.origin(of: $0) }
      sentName = { event in
        switch field {
        case .text(let name): name
        case .table(_, let rows): rows[event]
        default: ownEvent
        }
      }
    }

    /// `event_id_2` as `event_id`.
    private static func base(of key: String) -> String {
      guard let mark = key.lastIndex(of: "_"),
        key[key.index(after: mark)...].allSatisfy(\.isNumber),
        key.index(after: mark) < key.endIndex
      else { return key }
      return String(key[..<mark])
    }

    /// The text of a constant that a template's code declares.
    private static func constant(named name: String, in code: String) -> String? {
      guard let range = code.firstRange(of: "const \(name) = '") else { return nil }
      let rest = code[range.upperBound...]
      return rest.firstIndex(of: "'").map { String(rest[..<$0]) }
    }

    private static func consent(
      of tag: Tag, _ codes: [String], in container: ContractContainer
    ) -> Set<String>? {
      var types: Set<String> = []
      for code in codes {
        for range in code.ranges(of: "consent('") {
          types.insert(String(code[range.upperBound...].prefix { $0 != "'" }))
        }
      }
      if !types.isEmpty { return types }
      if tag.text("adStorageConsent") == "required" { return ["ad_storage"] }
      let isFiltered = container.triggers(of: tag).flatMap(\.filters).contains { condition in
        guard case .eventData(let path) = container.origin(of: condition.left) else { return false }
        return path.contains("gcs") || path.contains("gcd") || path.contains("consent")
      }
      return isFiltered ? ["ad_storage"] : nil
    }
  }

  let container: ContractContainer
  let tags: [DestinationTag]
  /// The tags that are paused.
  let pausedTags: [DestinationTag]

  init(_ container: ContractContainer, _ vocabulary: ContractVocabulary) {
    self.container = container
    let all = container.version.tags.compactMap { tag -> DestinationTag? in
      guard let template = container.template(ofType: tag.type),
        template.code.contains(vocabulary.host)
      else { return nil }
      return DestinationTag(tag, template, in: container, vocabulary)
    }
    tags = all.filter { $0.tag.paused != true }
    pausedTags = all.filter { $0.tag.paused == true }
  }

  /// The tags for an event.
  func tags(for event: String) -> [DestinationTag] {
    tags.filter { $0.events?.contains(event) ?? false }
  }

  /// The triggers that let tags fire for an event.
  func triggers(for event: String) -> [Trigger] {
    tags(for: event).flatMap { container.triggers(of: $0.tag) }.filter {
      container.eventNames(of: $0)?.contains(event) ?? true
    }
  }

  /// The events that some tag is for, each once.
  var events: [String] {
    var seen: Set<String> = []
    return tags.flatMap { $0.events ?? [] }.filter { seen.insert($0).inserted }
  }
}
