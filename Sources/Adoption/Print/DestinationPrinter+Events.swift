import Compiler
import TagwrightPlan

// Events.
extension DestinationPrinter {
  func mapping(
    of mapping: On<EventPayload>, _ destination: WrittenDestination
  ) -> SwiftExpression {
    var arguments: [SwiftExpression.Argument] = [.init(nil, .string(mapping.eventName))]
    arguments += mapping.conditions.enumerated().map {
      .init($0 == 0 ? "where" : nil, printer.expression($1))
    }
    arguments.append(.init("send", event(mapping.event, destination)))
    if let name = mapping.name { arguments.append(.init("name", .string(name))) }
    if let id = mapping.eventID { arguments.append(.init("eventID", expression(id))) }
    if let consent = mapping.consent {
      arguments.append(.init("consent", Self.expression(consent)))
    }
    if let notes = mapping.notes { arguments.append(.init("notes", .string(notes))) }
    let call = SwiftExpression.call("On", arguments)
    guard !mapping.userData.isEmpty else { return call }
    return .closures(call, [.init(nil, mapping.userData.map { key(of: $0, destination) })])
  }

  private func event(
    _ event: EventPayload, _ destination: WrittenDestination
  ) -> SwiftExpression {
    var arguments: [SwiftExpression.Argument] = []
    func add(_ label: String, _ source: Source?) {
      if let source { arguments.append(.init(label, expression(source))) }
    }
    let call = destination.call(of: event)
    if call == nil { arguments.append(.init(nil, .string(event.name))) }
    if let rule = event.identifier { arguments.append(.init("rule", .string(rule))) }
    if let rule = event.pixelIdentifier { arguments.append(.init("pixelRule", .string(rule))) }
    add("query", event.query)
    add("value", event.value)
    add("currency", event.currency)
    if let contents = event.contents {
      arguments.append(.init("contents", expression(contents)))
    }
    add("orderID", event.orderID)
    if !event.properties.isEmpty {
      let properties = event.properties.map { property($0, destination) }
      arguments.append(.init("properties", .array(properties)))
    }
    return .call(".\(call?.word ?? "custom")", arguments)
  }

  private func property(
    _ property: EventProperty, _ destination: WrittenDestination
  ) -> SwiftExpression {
    let source = SwiftExpression.Argument(nil, expression(property.source))
    if let word = destination.word(of: property) { return .call(".\(word)", [source]) }
    return .call(
      ".custom",
      [.init(nil, .string(property.names.first ?? "")), source]
        + (property.type == .text ? [] : [.init("as", .word(".\(property.type)"))]))
  }

  private func expression(_ contents: Contents) -> SwiftExpression {
    let isProduct = contents.type.source == ContentType.product.source
    if isProduct, contents.source == Contents.items.source { return .word(".items") }
    var arguments = [SwiftExpression.Argument("from", expression(contents.source))]
    if contents.type.source == ContentType.productGroup.source {
      arguments.append(.init("type", .word(".productGroup")))
    } else if !isProduct {
      arguments.append(
        .init("type", .call(".from", [.init(nil, expression(contents.type.source))])))
    }
    return .call(".items", arguments)
  }
}

// Match keys.
extension DestinationPrinter {
  func keys(_ keys: [MatchKey], _ destination: WrittenDestination) -> [SwiftExpression] {
    var lines = keys.map { key(of: $0, destination) }
    for (texts, name) in keyNames {
      let found = lines.map { $0.text(indent: 0) }
      guard let start = found.indices.first(where: { found[$0...].starts(with: texts) }) else {
        continue
      }
      lines.replaceSubrange(start..<(start + texts.count), with: [])
      lines.insert(
        .word(name), at: lines.prefix { if case .word = $0 { true } else { false } }.count)
    }
    return lines
  }

  func key(of key: MatchKey, _ destination: WrittenDestination) -> SwiftExpression {
    let isUsual =
      key.hashed.isEmpty
      && [destination.usualSources(of: key), key.kind.usualSources].contains(key.sources)
    var arguments: [SwiftExpression.Argument] =
      isUsual ? [] : key.sources.map { .init(nil, printer.expression($0)) }
    arguments += key.hashed.enumerated().map {
      .init($0 == 0 ? "sha256" : nil, printer.expression($1.source))
    }
    if key.kind == .phone {
      let code = key.defaultCountryCode.map { SwiftExpression.string($0) }
      arguments.append(.init("defaultCountryCode", code ?? .word("nil")))
    }
    if let cookie = key.cookie {
      let days = SwiftExpression.word("\(cookie.seconds / 86_400)")
      arguments.append(.init("keptInCookieFor", .call(".days", [.init(nil, days)])))
    }
    return .call(key.kind.planWord, arguments)
  }
}

extension MatchKey.Kind {
  /// The sources that a key has in a plan that names none, whatever the destination.
  fileprivate var usualSources: [Source] {
    switch self {
    case .ipAddress: IPAddress().matchKey.sources
    case .userAgent: UserAgent().matchKey.sources
    case .firstName: FirstName().matchKey.sources
    case .lastName: LastName().matchKey.sources
    case .zipCode: ZipCode().matchKey.sources
    case .city: City().matchKey.sources
    case .state: State().matchKey.sources
    case .country: Country().matchKey.sources
    case .locale: Language().matchKey.sources
    case .facebookLoginID: FacebookLoginID().matchKey.sources
    default: []
    }
  }
}
