import Diagnostics
import TagwrightPlan
import TestSupport

/// Destinations made by chance, with every option that a plan has for them.
struct GeneratedDestination {
  private var random: SeededGenerator
  private let layout: Layout
  private let style: SourceStyle
  /// Whether events are only tried out.
  private let isTest: Bool
  private static let place = SourcePlace(file: "Plan.swift", line: 1)

  init(seed: UInt64, _ layout: Layout, _ style: SourceStyle, isTest: Bool = false) {
    self.isTest = isTest
    random = SeededGenerator(seed: seed)
    self.layout = layout
    self.style = style
  }

  // MARK: Chance

  private mutating func chance(_ limit: Int) -> Bool {
    Int.random(in: 0..<limit, using: &random) == 0
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private mutating func some<Value>(_ values: [Value], _ count: ClosedRange<Int>) -> [Value] {
    Array(values.shuffled(using: &random).prefix(Int.random(in: count, using: &random)))
  }

  // MARK: Sources

  private static let table = Source.lookupTable(
    "Kind", of: .eventData("lead_type"), ["paid": "sold", "it's": "a \\ 'b'"], default: "unknown")
  private static let pattern = Source.regexTable(
    "Group", of: .cookie("group"), ["^a|b$": "ab", "c": ""], ignoresCase: false,
    matchesWhole: false)

  private mutating func source() -> Source {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: .cookie(pick(["segment", "_x"]))
    case 1: .urlParameter(pick(["campaign", "gclid"]))
    case 2: .requestHeader("x-kind")
    case 3: .queryParameter("en")
    case 4: .constant(pick(["EUR", "it's", "12"]))
    case 5: .variable("Own value")
    case 6: .builtIn(pick([.eventName, .clientName]))
    case 7: Self.table
    case 8: Self.pattern
    default: .eventData(pick(["value", "a.b", "items.0.id", "currency", "x'y", "user_id"]))
    }
  }

  private mutating func number() -> Source {
    pick([
      .eventData("value"), .cookie("v"), .constant("12.5"),
      .firstOf(.eventData("a"), .urlParameter("v")),
    ])
  }

  private mutating func currency() -> Source {
    pick([.eventData("currency"), .constant("EUR"), .variable("Own value"), .requestHeader("cur")])
  }

  private mutating func sources() -> Source {
    chance(4) ? .firstOf(source(), source()) : source()
  }

  // MARK: Match keys

  private mutating func key(_ kind: MatchKey.Kind) -> MatchKey {
    let isID = kind == .clickID || kind == .browserID
    let isHashed = kind == .email && chance(3)
    var sources: [Source] = isID && chance(2) ? [] : [source()]
    if chance(3) { sources.append(source()) }
    return MatchKey(
      kind, sources,
      hashed: isHashed ? [pick([.eventData("user_data.sha256"), .cookie("digest")])] : [],
      defaultCountryCode: kind == .phone ? pick(["49", "1", nil]) : nil,
      cookie: isID && chance(2) ? .days(pick([1, 30, 390])) : nil, "Plan.swift", 1)
  }

  // MARK: Events

  private mutating func payload(_ call: EventCall?, _ calls: EventCalls) -> EventPayload {
    let shape = call?.shape
    let hasContents = shape != .ruled
    func isNeeded(_ shapes: EventCall.Shape...) -> Bool {
      shape.map { shapes.contains($0) } ?? false
    }
    let contents = Contents.items(
      from: chance(2) ? .eventData("items") : sources(),
      type: chance(2) ? .product : pick([.productGroup, .from(.eventData("kind"))]))
    // Events of one template keep the order of further members only where they do not mix them.
    let isAlone = layout == .tagPerEvent
    let hasArgument = shape == .sale || shape == .query
    let chosen = some(calls.properties, 0...(isAlone ? 2 : hasArgument ? 0 : 1))
    var properties = chosen.map { EventProperty(names: $0.names, type: $0.type, source: sources()) }
    if calls.hasOtherProperties, isAlone, chance(3) {
      properties.append(
        EventProperty(
          names: ["my_member"], type: pick([.text, .number, .truth, .texts]), source: sources()))
    }
    return EventPayload(
      call?.name ?? pick(["MyEvent", "It's mine"]), call?.kind ?? .custom,
      identifier: shape == .ruled ? rule() : nil,
      pixelIdentifier: shape == .ruled && chance(2) ? rule() : nil,
      value: isNeeded(.sale) || chance(3) ? number() : nil,
      currency: isNeeded(.sale) || chance(3) ? currency() : nil,
      contents: isNeeded(.sale, .products) || hasContents && chance(3) ? contents : nil,
      orderID: shape == .sale && chance(2) ? sources() : nil,
      query: shape == .query ? sources() : nil, properties: properties, "Plan.swift", 1)
  }

  private mutating func rule() -> String { "\(Int.random(in: 100_000..<200_000, using: &random))" }

  private mutating func condition() -> Condition {
    pick([
      .eventData("value") > 100, !(.eventData("value") >= 10.5), .eventData("lead_type") == "paid",
      .eventData("lead_type") != "it's", !.eventData("page_location").contains("/danke"),
      .eventData("page_location").matches("/danke(/[0-9]+)?$", ignoringCase: true),
      .urlParameter("campaign") == "x", .cookie("segment").starts(with: "a"), .client("GA4"),
      Self.table == "sold", .builtIn(.eventName).ends(with: "y"), .variable("Own value") < 3,
    ])
  }

  private mutating func conditions() -> [Condition] {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: [condition()]
    case 1: [condition(), condition()]
    case 2: [.anyOf(condition(), condition())]
    case 3: [condition(), .anyOf(.allOf(condition(), condition()), condition())]
    default: []
    }
  }

  private mutating func consent() -> Consent {
    pick([
      .required(.adStorage), .required(.adStorage, .adUserData), .waived(because: "it's asked; id"),
      .required(.adUserData, .adStorage, whenMissing: .granted),
    ])
  }

  private mutating func event(
    _ index: Int, _ call: EventCall?, _ calls: EventCalls, _ kinds: [MatchKey.Kind],
    prefix: String
  ) -> On<EventPayload> {
    let names = ["page_view", "purchase", "generate_lead", "search", "a.b", "view_item", "sign_up"]
    let isTable = layout == .lookupTable
    return On(
      isTable || !chance(6) ? names[index] : "purchase", where: conditions(),
      send: payload(call, calls),
      name: !isTable && chance(6) ? "\(prefix), my tag \(index)" : nil,
      eventID: chance(6)
        ? pick([.cookie("own"), .firstOf(.eventData("own"), .cookie("own"))]) : nil,
      consent: chance(5) ? consent() : nil,
      userData: chance(5) ? some(kinds, 1...2).map { key($0) } : [],
      notes: !isTable && chance(5) ? "Own notes.\n\nSecond paragraph." : nil, at: Self.place)
  }

  // MARK: Destinations

  private mutating func declaration(
    _ name: String, account: [String], _ calls: EventCalls, _ kinds: [MatchKey.Kind],
    testCode: Bool = false
  ) -> DestinationDeclaration {
    var chosen: [EventCall?] = some(calls.events, 1...5)
    if calls.hasOwnNames, chance(2) { chosen.append(nil) }
    var events: [On<EventPayload>] = []
    for (index, call) in chosen.enumerated() {
      events.append(event(index, call, calls, kinds, prefix: name))
    }
    let word = name.uppercased().filter { $0.isLetter }
    var declaration = DestinationDeclaration(
      name, account: account, accessToken: .secret("\(word)_TOKEN"),
      testEventCode: testCode && isTest ? .secret("\(word)_TEST") : nil, consent: consent(),
      deduplication: pick([
        .sharedEventID(.eventData("event_id")),
        name == "Pinterest" || account.count == 2
          ? .sharedEventID(.cookie("eid")) : .notNeeded(because: "no pixel"),
        .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id")),
        .sharedEventID(.firstOf(.eventData("event_id"), .cookie("eid"))),
      ]),
      userData: some(kinds, 0...6).map { key($0) }, events: events, at: Self.place)
    declaration.layout = layout
    declaration.sourceStyle = style
    if chance(3) { declaration.limitedDataUse = pick([.on, .from(sources())]) }
    if chance(4) { declaration.page = Page(url: source(), referrer: sources()) }
    if chance(4) { declaration.missingValue = .leaveOut }
    if chance(4) { declaration.outcome = .optimistic }
    if chance(3) { declaration.logging = pick([.always, .never]) }
    return declaration
  }

  private static let usual: [MatchKey.Kind] = [
    .email, .phone, .externalID, .clickID, .browserID, .ipAddress, .userAgent,
  ]
  private static let address: [MatchKey.Kind] = [
    .firstName, .lastName, .zipCode, .city, .state, .country,
  ]

  /// One of the destinations, by a number.
  mutating func destination(_ number: Int, named ownName: String? = nil) -> any DeclaredDestination
  {
    switch number % 6 {
    case 0:
      let declaration = declaration(
        ownName ?? "TikTok", account: ["D6AP4E3C77U3L7SP8O7G"], TikTok.calls,
        Self.usual + Self.address + [.locale], testCode: true)
      return TikTok(declaration, clientHints: chance(3) ? sources() : nil)
    case 1:
      let declaration = declaration(
        ownName ?? "Meta", account: ["1234567890123456"], Meta.calls,
        Self.usual + Self.address + [.birthDate, .gender, .leadID], testCode: true)
      return Meta(
        declaration, appSecretProof: chance(4) ? .secret("META_PROOF") : nil,
        actionSource: pick([.website, .website, .phoneCall]),
        region: pick([.ofTheAddress, .unitedStates(state: 1000)]),
        optOut: chance(4) ? sources() : nil)
    case 2:
      var declaration = declaration(
        ownName ?? "Pinterest", account: ["2612345678901", "549755885175"], Pinterest.calls,
        Self.usual.filter { $0 != .browserID } + Self.address)
      declaration.onlyTests = isTest
      return Pinterest(declaration, optOut: chance(3) ? sources() : nil)
    case 3:
      var declaration = declaration(
        ownName ?? "Snapchat", account: ["bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11"], Snapchat.calls,
        Self.usual + Self.address)
      declaration.onlyTests = isTest
      return Snapchat(declaration)
    case 4:
      let declaration = declaration(
        ownName ?? "Reddit", account: ["a2_abc123def456"], Reddit.calls, Self.usual, testCode: true)
      return Reddit(declaration, region: pick([.unitedStates, .unitedStates(state: "CA")]))
    default:
      return LinkedIn(
        declaration(
          ownName ?? "LinkedIn", account: ["1234567"], LinkedIn.calls,
          [.email, .externalID, .clickID, .ipAddress, .firstName, .lastName, .country]))
    }
  }
}
