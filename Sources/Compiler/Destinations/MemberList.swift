import JSONText
import TagwrightPlan

/// The members of one event's request in their order, made from what the plan says and what the destination is.
struct MemberList {
  private(set) var members: [Member] = []
  private let mapping: On<EventPayload>
  private let declaration: DestinationDeclaration
  private let profile: DestinationProfile

  init(
    _ mapping: On<EventPayload>, keys: [MatchKey], eventID: Source?,
    _ declaration: DestinationDeclaration, _ profile: DestinationProfile, own: [Member]
  ) {
    self.mapping = mapping
    self.declaration = declaration
    self.profile = profile
    for key in keys { add(key) }
    addCommerce()
    addProperties()
    addPage()
    if let eventID {
      var member = Member(
        place: profile.eventID, step: .event, conversion: profile.eventIDForm,
        sources: eventID.asked,
        field: profile.eventID.name, label: "Event id", group: .hit)
      member.isShared = mapping.eventID == nil
      members.append(member)
    }
    members += own
  }

  private mutating func add(_ key: MatchKey) {
    guard let form = profile.person.forms[key.kind] else { return }
    let place = MemberPlace(form.object ?? profile.person.object, form.name)
    let rank = 2 * (MatchKey.Kind.allCases.firstIndex(of: key.kind) ?? 0)
    let isShared = !mapping.userData.contains { $0.kind == key.kind }
    func member(_ sources: [Source], isDigest: Bool) -> Member {
      var member = Member(
        place: place, step: .user, rank: isDigest ? rank + 1 : rank,
        conversion: isDigest ? form.digest : form.conversion(key), sources: sources,
        field: isDigest ? "\(form.name)_sha256" : form.name,
        label: isDigest ? "\(form.label), SHA-256" : form.label, group: .user)
      member.key = key.kind
      member.isDigest = isDigest
      member.isShared = isShared
      member.pixel = form.pixelName.map { .init(name: isDigest ? "sha256_\($0)" : $0, type: "") }
      return member
    }
    if !key.sources.isEmpty {
      var plain = member(key.sources, isDigest: false)
      plain.cookie = cookie(of: key)
      if let form = profile.identifier(of: key.kind) { plain.kept = form.kept(of: key) }
      members.append(plain)
    }
    guard form.takesDigests else { return }
    members += key.hashed.map { member([$0.source], isDigest: true) }
  }

  /// A click id from elsewhere replaces the one in the cookie; the pixel's cookie is only made to last.
  private func cookie(of key: MatchKey) -> Member.Cookie? {
    guard let lifetime = key.cookie, let form = profile.identifier(of: key.kind) else { return nil }
    let kept = key.sources.first { $0.kind == .cookie(name: form.cookie) }
    return Member.Cookie(
      name: form.cookie, seconds: lifetime.seconds, source: form.isRenewed ? nil : kept)
  }

  private mutating func addCommerce() {
    let event = mapping.event
    let form = profile.commerce
    let isFilled =
      event.contents != nil && form.contents != nil && declaration.missingValue == .fromContents
    if let contents = event.contents, let name = form.contents {
      let type = form.hasContentType ? addContentType(contents.type) : "''"
      addCommerce(
        .contents, name, form.contents(type: type), contents.source, field: "items",
        label: "Items", row: .init(name: "contents", type: "contents"))
    }
    let contents = "\(form.object).\(form.contents ?? "")"
    if event.value != nil || isFilled {
      addCommerce(
        .value, form.value, form.money, event.value, field: "value", label: "Value",
        row: .init(name: "value", type: "number"),
        fallbacks: isFilled
          ? [.code("total(\(contents))", example: form.money.result(CommerceForm.exampleTotal))]
          : [])
    }
    if event.currency != nil || isFilled {
      addCommerce(
        .currency, form.currency, .currency, event.currency, field: "currency",
        label: "Currency", row: .init(name: "currency", type: "currency"),
        fallbacks: isFilled
          ? (event.contents?.source.candidates ?? []).map { .items($0, code: "item.currency") }
          : [])
    }
    if event.contents != nil, form.contents != nil {
      let role = profile.vocabulary.role(of: event.name)
      for derived in form.derived where derived.belongs(to: role) {
        addCommerce(
          .properties, derived.name, derived.conversion, nil, label: "",
          row: .init(name: derived.name, type: derived.type),
          fallbacks: [
            .code(derived.code(contents), example: derived.example)
          ])
      }
    }
  }

  private mutating func addCommerce(
    _ step: Member.Step, _ name: String, _ conversion: Conversion, _ source: Source?,
    field: String? = nil, label: String, row: Member.PixelRow, fallbacks: [Member.Fallback] = []
  ) {
    var member = Member(
      place: MemberPlace(profile.commerce.object, name), step: step, conversion: conversion,
      sources: source?.asked ?? [], fallbacks: fallbacks, field: field ?? name, label: label,
      group: .event)
    member.isRequired = source != nil
    member.pixel = row
    members.append(member)
  }

  /// - Returns: the expression of the type that every content gets.
  private mutating func addContentType(_ type: ContentType) -> String {
    let place = MemberPlace(profile.commerce.object, "content_type")
    var member = Member(
      place: place, step: .contentType, conversion: .contentType,
      sources: type.source.asked, field: place.name, label: "Content type", group: .event)
    member.pixel = .init(name: place.name, type: place.name)
    defer { members.append(member) }
    if case .constant(let text) = type.source.kind {
      member.fixed = .string(text)
      return JavaScript.literal(text)
    }
    member.fallbacks = [.code("'product'", example: "product")]
    return place.code
  }

  private mutating func addProperties() {
    let event = mapping.event
    let form = profile.commerce
    var properties: [EventProperty] = []
    if let orderID = event.orderID, !form.orderID.isEmpty {
      properties.append(EventProperty(names: form.orderID, type: .text, source: orderID))
    }
    if let query = event.query, !form.query.isEmpty {
      properties.append(EventProperty(names: form.query, type: .text, source: query))
    }
    for property in properties + event.properties {
      for (index, name) in property.names.enumerated() {
        let isOrder = property.type == .text && form.orderID.contains(name)
        var member = Member(
          place: MemberPlace(form.object, name), step: .properties,
          conversion: isOrder ? .unique : form[property.type], sources: property.source.asked,
          field: property.names[0], label: Member.label(property.names[0]), group: .event)
        member.isRepeated = index > 0
        member.pixel = .init(name: name, type: isOrder ? "id" : property.type.rawValue)
        members.removeAll { $0.place == member.place && $0.sources.isEmpty }
        members.append(member)
      }
    }
  }

  private mutating func addPage() {
    let page = declaration.page
    addPage(profile.page.url, page.url, field: "page_url", label: "Page address")
    addPage(profile.page.referrer, page.referrer, field: "page_referrer", label: "Referrer")
  }

  private mutating func addPage(
    _ place: MemberPlace?, _ source: Source, field: String, label: String
  ) {
    guard let place else { return }
    var member = Member(
      place: place, step: .page, conversion: .webAddress, sources: source.asked,
      field: field, label: label, group: .hit)
    member.isShared = true
    members.append(member)
  }
}

extension Source {
  /// The sources in the order in which they are asked; one of no sources is left for a rule to find.
  fileprivate var asked: [Source] { candidates.isEmpty ? [self] : candidates }
}
