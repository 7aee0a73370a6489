import TagwrightPlan

// Entities, one kind after another.
extension PlanPrinter {
  func expression(_ client: GA4Client) -> SwiftExpression {
    .call(
      "GA4Client",
      (client.name == "GA4" ? [] : [.init(nil, .string(client.name))])
        + (client.priority == 100 ? [] : [.init("priority", .word("\(client.priority)"))])
        + (client.cookieDomain == "auto"
          ? [] : [.init("cookieDomain", .string(client.cookieDomain))]))
  }

  func expression(_ tag: GA4Tag) -> SwiftExpression {
    .call(
      "GA4Tag",
      (tag.name == "GA4" ? [] : [.init(nil, .string(tag.name))])
        + [.init("measurementID", .string(tag.measurementID))]
        + (tag.triggers.isEmpty ? [] : [.init("firing", triggers(tag.triggers))])
        + (tag.excludedParameters.isEmpty
          ? [] : [.init("excluding", .array(tag.excludedParameters.map { .string($0) }))])
        + (tag.redactsVisitorIP ? [.init("redactsVisitorIP", .word("true"))] : [])
        + (tag.consent.map { [.init("consent", DestinationPrinter.expression($0))] } ?? [])
        + notes(tag.notes))
  }

  func expression(_ tag: RawTag) -> SwiftExpression {
    let settings = tag.settings
    let call = SwiftExpression.call(
      "RawTag",
      [.init(nil, .string(tag.name)), type(tag.type)] + parameters(tag.parameters)
        + [.init("firing", triggers(settings.triggers))]
        + (settings.blockingTriggers.isEmpty
          ? [] : [.init("blocking", triggers(settings.blockingTriggers))])
        + (settings.priority.map { [.init("priority", .word("\($0)"))] } ?? [])
        + (settings.isPaused ? [.init("isPaused", .word("true"))] : []) + notes(settings.notes))
    return modified(call, by: settings)
  }

  private func modified(_ call: SwiftExpression, by settings: TagSettings) -> SwiftExpression {
    var result = call
    func add(_ name: String, _ arguments: [SwiftExpression.Argument]) {
      result = .method(result, name, arguments)
    }
    switch settings.limit {
    case .oncePerEvent: break
    case .unlimited: add("limited", [.init("to", .word(".unlimited"))])
    case .oncePerPage: add("limited", [.init("to", .word(".oncePerPage"))])
    default:
      add(
        "limited", [.init("to", .call(".other", [.init(nil, .string(settings.limit.word))]))])
    }
    if settings.consent != .notSet { add("consent", [.init(nil, expression(settings.consent))]) }
    for neighbour in settings.setUp { add("setUp", arguments(neighbour)) }
    for neighbour in settings.tearDown { add("tearDown", arguments(neighbour)) }
    if settings.start != nil || settings.end != nil {
      add("scheduled", schedule(settings.start, settings.end))
    }
    if settings.isLiveOnly { add("liveOnly", []) }
    for setting in settings.others { add("setting", [.init(nil, expression(setting))]) }
    if let key = settings.monitoringNameKey {
      add("monitored", [.init("nameKey", .string(key))])
    }
    return result
  }

  private func expression(_ consent: TagConsent) -> SwiftExpression {
    let types = consent.types.map { SwiftExpression.Argument(nil, .string($0)) }
    switch (consent.word, types.isEmpty) {
    case ("NOT_SET", true): return .word(".notSet")
    case ("NOT_NEEDED", true): return .word(".notNeeded")
    case ("NEEDED", _): return .call(".needed", types)
    default: return .call(".other", [.init(nil, .string(consent.word))] + types)
    }
  }

  private func arguments(_ neighbour: NeighbourTag) -> [SwiftExpression.Argument] {
    [.init("by", .string(neighbour.name))] + flag("stopsOnFailure", neighbour.stopsOnFailure)
  }

  private func schedule(_ start: Int?, _ end: Int?) -> [SwiftExpression.Argument] {
    (start.map { [.init("from", .word("\($0)"))] } ?? [])
      + (end.map { [.init("until", .word("\($0)"))] } ?? [])
  }

  func expression(_ trigger: Trigger) -> SwiftExpression {
    let match: SwiftExpression =
      switch trigger.match.kind {
      case .named(let name): .call(".event", [.init(nil, .string(name))])
      case .matching(let pattern): .call(".events", [.init("matching", .string(pattern))])
      case .any: .word(".anyEvent")
      }
    return .call(
      "Trigger",
      [.init(nil, .string(trigger.name)), .init("on", match)] + conditions(trigger.conditions)
        + notes(trigger.notes))
  }

  func expression(_ trigger: RawTrigger) -> SwiftExpression {
    var result = SwiftExpression.call(
      "RawTrigger",
      [.init(nil, .string(trigger.name)), .init("type", .string(trigger.type))]
        + parameters(trigger.parameters) + conditions(trigger.conditions) + notes(trigger.notes))
    let raw = trigger.rawConditions
    let lists = [("event", raw.event), ("further", raw.further), ("listening", raw.listening)]
      .filter { !$0.1.isEmpty }
    if !lists.isEmpty {
      result = .method(
        result, "conditions",
        lists.map { .init($0.0, .array($0.1.map { expression($0) })) })
    }
    if !trigger.settings.isEmpty {
      result = .method(
        result, "setting", trigger.settings.map { .init(nil, expression($0)) })
    }
    return result
  }

  private func conditions(_ conditions: [Condition]) -> [SwiftExpression.Argument] {
    conditions.enumerated().map { .init($0 == 0 ? "where" : nil, expression($1)) }
  }

  func expression(_ variable: RawVariable) -> SwiftExpression {
    var result = SwiftExpression.call(
      "RawVariable",
      [.init(nil, .string(variable.name)), type(variable.type)] + parameters(variable.parameters)
        + notes(variable.notes))
    let settings = variable.settings
    if !settings.format.isEmpty {
      result = .method(result, "format", settings.format.map { .init(nil, expression($0)) })
    }
    if settings.start != nil || settings.end != nil {
      result = .method(result, "scheduled", schedule(settings.start, settings.end))
    }
    if !settings.enabling.isEmpty || !settings.disabling.isEmpty {
      result = .method(
        result, "enabled",
        [
          .init("by", triggers(settings.enabling)),
          .init("disabledBy", triggers(settings.disabling)),
        ])
    }
    return result
  }

  func expression(_ variable: Variable) -> SwiftExpression {
    .call(
      "Variable",
      [.init(nil, .string(variable.name)), .init(nil, expression(variable.value))]
        + notes(variable.notes))
  }

  private func expression(_ value: VariableValue) -> SwiftExpression {
    func named(_ word: String, _ name: String) -> SwiftExpression {
      .call(word, [.init(nil, .string(name))])
    }
    func table(_ input: String, _ rows: [TableRow]) -> [SwiftExpression.Argument] {
      [
        .init("of", .string(input)),
        .init(nil, .pairs(rows.map { (.string($0.input), .string($0.output)) })),
      ]
    }
    func fallback(_ text: String?) -> [SwiftExpression.Argument] {
      text.map { [.init("default", .string($0))] } ?? []
    }
    switch value.kind {
    case .eventData(let path, let text):
      return .call(".eventData", [.init(nil, .string(path))] + fallback(text))
    case .cookie(let name, let isDecoded):
      return .call(
        ".cookie", [.init(nil, .string(name))] + (isDecoded ? [] : flag("decoded", false)))
    case .requestHeader(let name): return named(".requestHeader", name)
    case .queryParameter(let name): return named(".queryParameter", name)
    case .dataLayer(let path, let version, let text):
      return .call(
        ".dataLayer",
        [.init(nil, .string(path))]
          + (version == 2 ? [] : [.init("version", .word("\(version)"))]) + fallback(text))
    case .constant(let text): return named(".constant", text)
    case .secret(let secret): return named(".secret", secret.name)
    case .lookupTable(let input, let rows, let text):
      return .call(".lookupTable", table(input, rows) + fallback(text))
    case .regexTable(
      let input, let rows, let text, let ignoresCase, let matchesWhole, let replaces):
      return .call(
        ".regexTable",
        table(input, rows) + fallback(text)
          + (ignoresCase ? [] : flag("ignoresCase", false))
          + (matchesWhole ? [] : flag("matchesWhole", false))
          + (replaces ? flag("replaces", true) : []))
    }
  }

  func expression(_ client: RawClient) -> SwiftExpression {
    .call(
      "RawClient",
      [.init(nil, .string(client.name)), type(client.type)] + parameters(client.parameters)
        + (client.priority == 0 ? [] : [.init("priority", .word("\(client.priority)"))])
        + notes(client.notes))
  }

  func expression(_ transformation: RawTransformation) -> SwiftExpression {
    .call(
      "RawTransformation",
      [.init(nil, .string(transformation.name)), .init("type", .string(transformation.type))]
        + parameters(transformation.parameters) + notes(transformation.notes))
  }

  func expression(_ zone: RawZone) -> SwiftExpression {
    let children = zone.children.map { child in
      SwiftExpression.call(
        ".init",
        [.init("publicID", child.publicID.map { .string($0) } ?? .word("nil"))]
          + (child.nickname.map { [.init("nickname", .string($0))] } ?? []))
    }
    return .call(
      "RawZone",
      [.init(nil, .string(zone.name)), .init("children", .array(children))]
        + (zone.conditions.isEmpty
          ? [] : [.init("where", .array(zone.conditions.map { expression($0) }))])
        + (zone.triggers.isEmpty ? [] : [.init("evaluatedOn", triggers(zone.triggers))])
        + flag("restricts", zone.restricts)
        + (zone.allowedTypes.isEmpty
          ? [] : [.init("allowedTypes", .array(zone.allowedTypes.map { .string($0) }))])
        + notes(zone.notes))
  }

  func expression(_ member: RawMember) -> SwiftExpression {
    .call(
      "RawMember",
      [.init(nil, .string(member.key)), .init(nil, expression(member.value))]
        + (member.owner.map {
          [.init("of", .word(".\($0.rawValue)")), .init(nil, .string(member.name))]
        } ?? [])
        + (member.path.isEmpty
          ? [] : [.init("in", .array(member.path.map { .string($0) }))]))
  }

  private func expression(_ json: RawJSON) -> SwiftExpression {
    switch json.kind {
    case .null: .word("nil")
    case .boolean(let value): .word("\(value)")
    case .number(let text): .word(text)
    case .text(let text): .string(text)
    case .list(let elements): .array(elements.map { expression($0) })
    case .object(let members): .pairs(members.map { (.string($0.key), expression($0.value)) })
    }
  }

  func expression(_ template: RawTemplate) -> SwiftExpression {
    .call(
      "RawTemplate",
      [.init(nil, .string(template.name)), .init("path", .string(template.path))]
        + (template.gallery.map { [.init("gallery", expression($0))] } ?? []))
  }

  private func expression(_ entry: GalleryEntry) -> SwiftExpression {
    func text(_ label: String, _ text: String?) -> SwiftExpression.Argument {
      .init(label, text.map { .string($0) } ?? .word("nil"))
    }
    // Too long for one line: the search for tokens knows a commit by a label that begins its line.
    return .call(
      "GalleryEntry",
      [
        text("owner", entry.owner), text("repository", entry.repository), text("sha", entry.sha),
        text("signature", entry.signature),
      ]
        + (entry.templateID.map { [text("templateID", $0)] } ?? [])
        + (entry.developerID.map { [text("developerID", $0)] } ?? [])
        + flag("isModified", entry.isModified)
        + (entry.host == "github.com" ? [] : [text("host", entry.host)]))
  }
}
