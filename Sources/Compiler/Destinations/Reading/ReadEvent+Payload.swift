import TagwrightPlan

// Value, products and further members.
extension ReadEvent {
  static func payload(
    _ puts: [EventLine.Put], of mapping: ReadMapping, _ lines: EventLines, _ call: EventCall?
  ) throws(ReadingFailure) -> EventPayload {
    let form = mapping.tag.profile.commerce
    let calls = mapping.tag.kind.calls
    func sources(_ name: String) -> [Source]? {
      puts.first { $0.place.name == name && $0.sources != nil }?.sources
    }
    func source(_ name: String) -> Source? { sources(name).flatMap { Source.one(of: $0) } }
    let value = source(form.value)
    let currency = source(form.currency)
    var contents: Contents?
    if let name = form.contents, let source = source(name) {
      contents = .items(from: source, type: type(puts, form, lines))
    }
    var names = Set([form.value, form.currency, contentType])
    if let name = form.contents { names.insert(name) }
    var further = puts.filter { $0.sources != nil && !names.contains($0.place.name) }[...]
    func argument(_ names: [String]) -> Source? {
      guard !names.isEmpty, further.prefix(names.count).map(\.place.name) == names else {
        return nil
      }
      defer { further = further.dropFirst(names.count) }
      return further.first?.sources.flatMap { Source.one(of: $0) }
    }
    let shape = call?.shape ?? .plain
    let orderID = shape == .sale ? argument(form.orderID) : nil
    let query = shape == .query ? argument(form.query) : nil
    var properties: [EventProperty] = []
    while let put = further.first, let source = Source.one(of: put.sources ?? []) {
      let property = try property(put, source, further, calls, form)
      further = further.dropFirst(property.names.count)
      properties.append(property)
    }
    if shape == .sale, value == nil || currency == nil || contents == nil {
      throw ReadingFailure("'\(mapping.sentName)' has no value, currency or contents")
    }
    if shape == .products, contents == nil {
      throw ReadingFailure("'\(mapping.sentName)' has no contents")
    }
    if shape == .query, query == nil {
      throw ReadingFailure("'\(mapping.sentName)' has no search terms")
    }
    guard call != nil || calls.hasOwnNames else {
      throw ReadingFailure("'\(mapping.sentName)' is not an event of \(mapping.tag.profile.name)")
    }
    return EventPayload(
      call?.name ?? mapping.sentName, call?.kind ?? .custom,
      identifier: shape == .ruled ? mapping.sentName : nil, value: value, currency: currency,
      contents: contents, orderID: orderID, query: query, properties: properties, "", 0)
  }

  private static let contentType = "content_type"

  /// The type of the contents: fixed, or from sources with another one behind them for hits that say none.
  private static func type(
    _ puts: [EventLine.Put], _ form: CommerceForm, _ lines: EventLines
  ) -> ContentType {
    let place = MemberPlace(form.object, contentType)
    if let fixed = lines.fixed.first(where: { $0.place == place }).flatMap({
      CodeText.literal($0.value)
    }) {
      return .from(ReadContainer.source(.constant(fixed)))
    }
    let sources = puts.first { $0.place == place }?.sources?.dropLast() ?? []
    return Source.one(of: Array(sources)).map { .from($0) } ?? .product
  }

  private static func property(
    _ put: EventLine.Put, _ source: Source, _ further: ArraySlice<EventLine.Put>,
    _ calls: EventCalls, _ form: CommerceForm
  ) throws(ReadingFailure) -> EventProperty {
    let types: [PropertyType] = [.text, .number, .integer, .texts, .truth]
    let isID = put.conversion == Conversion.unique.code
    guard
      let type = isID
        ? .text : types.first(where: { form[$0].code == put.conversion })
    else {
      throw ReadingFailure("'\(put.place.shownName)' is of no type that a plan knows")
    }
    let named = calls.properties.first { call in
      call.type == type && call.names == further.prefix(call.names.count).map(\.place.name)
        && further.prefix(call.names.count).allSatisfy { $0.sources == put.sources }
    }
    if let named { return EventProperty(names: named.names, type: type, source: source) }
    guard calls.hasOtherProperties else {
      throw ReadingFailure("a plan has no word for '\(put.place.shownName)'")
    }
    return EventProperty(names: [put.place.name], type: type, source: source)
  }
}
