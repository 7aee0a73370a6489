import JSONText
import TagwrightPlan

/// One line of a tag's own code, and the part of the request that it fills.
struct TikTokStatement: Hashable {
  /// Lines run in the order of their steps.
  enum Step: Int, Comparable {
    case consent, user, contentType, contents, value, currency, properties, page, event, notes,
      cookies

    static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
  }

  let step: Step
  /// Lines of one step run in the order of their ranks, also where several events share some of them.
  var rank = 0
  let code: String
}

/// A member of the request and where it comes from; the generated scenarios are made of these.
struct TikTokMember: Hashable {
  /// `user`, `properties`, `page` or `event`.
  let object: String
  let name: String
  let conversion: TikTokConversion
  /// The field that its value comes from, where it comes from one.
  let base: String
  let source: Source
}

/// What one line of the event map becomes.
struct TikTokEventCode {
  private(set) var statements: [TikTokStatement] = []
  private(set) var members: [TikTokMember] = []
  private let destination: TikTok
  private let mapping: On<TikTok.Event>

  init(_ mapping: On<TikTok.Event>, of destination: TikTok, fields: inout TagFields) {
    self.mapping = mapping
    self.destination = destination
    addConsent()
    for key in destination.matchKeys(for: mapping) { add(key, &fields) }
    addContents(&fields)
    addProperties(&fields)
    addPage(&fields)
    addEvent(&fields)
  }

  private mutating func add(_ step: TikTokStatement.Step, _ code: String) {
    statements.append(TikTokStatement(step: step, code: code))
  }

  private mutating func put(
    _ step: TikTokStatement.Step, _ object: String, _ name: String, _ conversion: TikTokConversion,
    _ candidates: [String], lists: [String] = [], rank: Int = 0
  ) {
    let more = lists.isEmpty ? "" : ".concat(\(lists.joined(separator: ", ")))"
    let list = "[\(candidates.joined(separator: ", "))]\(more)"
    let code = "put(\(object), \(JavaScript.literal(name)), \(conversion.code), \(list));"
    statements.append(TikTokStatement(step: step, rank: rank, code: code))
  }

  private mutating func put(
    _ step: TikTokStatement.Step, _ object: String, _ name: String, _ conversion: TikTokConversion,
    from source: Source, as base: String? = nil, label: String, in group: String,
    also: [String] = [], lists: [String] = [], rank: Int = 0, _ fields: inout TagFields
  ) {
    let base = base ?? name
    let candidates = source.candidates
    let reads = candidates.map { fields.read($0, as: base, label: label, in: group) }
    put(step, object, name, conversion, reads + also, lists: lists, rank: rank)
    if let first = candidates.first,
      !members.contains(where: { $0.object == object && $0.name == name })
    {
      members.append(
        TikTokMember(
          object: object, name: name, conversion: conversion, base: base, source: first))
    }
  }
}

extension TikTokEventCode {
  /// Which signal of the hit says what: the type's place in `gcs` and in `gcd`.
  private static let consentPlaces: [ConsentType: (gcs: Int, gcd: Int)] = [
    .adStorage: (2, 2), .analyticsStorage: (3, 4), .adUserData: (9, 6), .adPersonalization: (9, 8),
  ]

  private mutating func addConsent() {
    guard case .required(let types, let whenMissing) = (mapping.consent ?? destination.consent).kind
    else { return }
    let comparison = whenMissing == .granted ? "=== false" : "!== true"
    for type in types {
      let places = Self.consentPlaces[type] ?? (9, 9)
      add(
        .consent,
        """
        if (consent('\(type.rawValue)', \(places.gcs), \(places.gcd)) \(comparison)) return quit('no consent to \(type.rawValue)', data.gtmOnSuccess);
        """)
    }
  }

  private mutating func add(_ key: MatchKey, _ fields: inout TagFields) {
    let field = TikTokUserField.field(for: key)
    let rank = 2 * (MatchKey.Kind.allCases.firstIndex(of: key.kind) ?? 0)
    if !key.sources.isEmpty {
      let source = key.sources.count == 1 ? key.sources[0] : Source.anyOf(key.sources)
      put(
        .user, "user", field.name, field.conversion, from: source, label: field.label,
        in: "User data", rank: rank, &fields)
    }
    for hashed in key.hashed {
      put(
        .user, "user", field.name, .digest, from: hashed.source, as: "\(field.name)_sha256",
        label: "\(field.label), SHA-256", in: "User data", rank: rank + 1, &fields)
    }
    if let cookie = key.cookie { addCookie(cookie, for: key, field, &fields) }
  }

  /// A click id from elsewhere replaces the one in the cookie; the pixel's cookie is only made to last.
  private mutating func addCookie(
    _ cookie: CookieLifetime, for key: MatchKey, _ field: TikTokUserField, _ fields: inout TagFields
  ) {
    let name = key.kind == .browserID ? "_ttp" : "ttclid"
    var condition = "user.\(field.name)"
    let kept = key.sources.first { $0.kind == .cookie(name: name) }
    if key.kind == .clickID, let kept {
      let read = fields.read(kept, as: field.name, label: field.label, in: "User data")
      condition += " && user.\(field.name) !== text(\(read))"
    }
    add(
      .cookies,
      """
      if (\(condition)) setCookie('\(name)', user.\(field.name), lasting(\(cookie.seconds)));
      """)
  }

  private mutating func addContents(_ fields: inout TagFields) {
    let event = mapping.event
    var values: [String] = []
    var currencies: [String] = []
    if let contents = event.contents {
      let type = addContentType(contents.type, &fields)
      put(
        .contents, "properties", "contents", .contents(contentType: type), from: contents.source,
        as: "items", label: "Items", in: "Event", &fields)
      if destination.missingValue == .fromContents {
        values = ["total(properties.contents)"]
        currencies = contents.source.candidates.map { source in
          let items = fields.read(source, as: "items", label: "Items", in: "Event")
          return "items(\(items)).map((item) => item.currency)"
        }
      }
    }
    if let value = event.value {
      put(
        .value, "properties", "value", .number, from: value, label: "Value", in: "Event",
        also: values, &fields)
    } else if !values.isEmpty {
      put(.value, "properties", "value", .number, values)
    }
    if let currency = event.currency {
      put(
        .currency, "properties", "currency", .currency, from: currency, label: "Currency",
        in: "Event", lists: currencies, &fields)
    } else if !currencies.isEmpty {
      put(.currency, "properties", "currency", .currency, [], lists: currencies)
    }
  }

  /// The expression of the type that every content gets.
  private mutating func addContentType(
    _ type: TikTok.ContentType, _ fields: inout TagFields
  ) -> String {
    if case .constant(let text) = type.source.kind {
      add(.contentType, "properties.content_type = \(JavaScript.literal(text));")
      return JavaScript.literal(text)
    }
    put(
      .contentType, "properties", "content_type", .contentType, from: type.source,
      label: "Content type", in: "Event", also: ["'product'"], &fields)
    return "properties.content_type"
  }

  private mutating func addProperties(_ fields: inout TagFields) {
    for property in mapping.event.properties {
      for name in property.names {
        put(
          .properties, "properties", name, property.type.conversion, from: property.source,
          as: property.names[0], label: Self.label(property.names[0]), in: "Event", &fields)
      }
    }
  }

  private mutating func addPage(_ fields: inout TagFields) {
    put(
      .page, "page", "url", .webAddress, from: destination.page.url, as: "page_url",
      label: "Page address", in: "Hit", &fields)
    put(
      .page, "page", "referrer", .webAddress, from: destination.page.referrer, as: "page_referrer",
      label: "Referrer", in: "Hit", &fields)
  }

  private mutating func addEvent(_ fields: inout TagFields) {
    if let source = destination.eventID(for: mapping) {
      put(.event, "event", "event_id", .text, from: source, label: "Event id", in: "Hit", &fields)
      add(.notes, "if (!event.event_id) note('no event_id: cannot be deduplicated');")
    }
    switch destination.limitedDataUse.kind {
    case .off: break
    case .on:
      statements.append(
        TikTokStatement(step: .event, rank: 1, code: "event.limited_data_use = true;"))
    case .from(let source):
      put(
        .event, "event", "limited_data_use", .truth, from: source, label: "Limited data use",
        in: "Hit", rank: 1, &fields)
    }
    if let hints = destination.clientHints {
      put(
        .event, "event", "device", .device, from: hints, as: "client_hints", label: "Client hints",
        in: "Hit", rank: 2, &fields)
    }
  }

  /// `order_id` as `Order id`.
  private static func label(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension TikTok.Property.ValueType {
  /// What a value of this type goes through.
  fileprivate var conversion: TikTokConversion {
    switch self {
    case .text: .text
    case .number: .number
    case .integer: .integer
    case .texts: .texts
    }
  }
}
