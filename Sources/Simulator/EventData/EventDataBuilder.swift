import JSONText
import SandboxedJS

/// Event data as it grows, parameter by parameter, in the order of the wire.
struct EventDataBuilder {
  private var members: [ScriptValue.Member] = []
  private var keys = FewNames()
  private var hints: [ScriptValue.Member] = []
  private var system: [ScriptValue.Member] = []
  private var tagging: [ScriptValue.Member] = []
  private var user: [ScriptValue.Member] = []
  private var items: [(number: Int, item: ScriptValue)] = []

  /// The problems of single parameters, in words.
  private(set) var notes: [String] = []

  init() {
    members.reserveCapacity(64)
  }

  mutating func add(_ name: String, _ value: String) throws(HitError) {
    if let place = GA4Parameter.place(of: name) {
      return add(name, value, GA4Parameter.all[place].target, GA4Parameter.all[place].form)
    }
    if let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")),
      let rest = Substring(name.utf8[dot...].dropFirst()).nonEmpty
    {
      switch String(name[..<dot]) {
      case "ep": return set(path: rest, .string(value))
      case "epn": return set(path: rest, number(value, of: name))
      case "up": return user.append(.init(String(rest), .string(value)))
      case "upn":
        return user.append(.init(String(rest), number(value, of: name)))
      case "sst": return tagging.append(.init(String(rest), .string(value)))
      default: break
      }
    }
    if let number = EventItems.number(of: name) {
      guard number <= HitLimits.items else {
        throw HitError(
          "the event has an item '\(name)', and no event has more than \(HitLimits.items)")
      }
      items.append((number, EventItems.item(value, of: name) { notes.append($0) }))
      return
    }
    set("x-ga-mp2-" + name, .string(value))
  }

  private mutating func number(_ text: String, of name: String) -> ScriptValue {
    WireNumber.value(text, of: name) { notes.append($0) }
  }

  private mutating func add(
    _ name: String, _ text: String, _ target: GA4Parameter.Target, _ form: GA4Parameter.Form
  ) {
    let value: ScriptValue
    switch form {
    case .text: value = .string(text)
    case .number: value = number(text, of: name)
    case .truth: value = .boolean(text == "1")
    case .brands: value = ClientHints.fullVersionList(text)
    case .location:
      guard !text.isEmpty else { return }
      value = Self.location(text)
    }
    switch target {
    case .key(let key): set(key, value)
    case .hint(let key): hints.append(.init(key, value))
    case .system(let key): system.append(.init(key, value))
    }
  }

  /// `BR-SP` as `{country, region}`.
  private static func location(_ text: String) -> ScriptValue {
    let hyphen = UInt8(ascii: "-")
    let place = text.utf8.drop { $0 == hyphen }
    guard let end = place.firstIndex(of: hyphen) else {
      return ["country": .string(String(Substring(place)))]
    }
    let region = place[end...].dropFirst()
    let country = ScriptValue.Member("country", .string(String(Substring(place[..<end]))))
    guard !region.isEmpty else { return .object([country]) }
    return .object([country, .init("region", .string(String(Substring(region))))])
  }

  private mutating func set(_ key: String, _ value: ScriptValue) {
    if keys.note(key), let place = place(of: key) {
      members[place] = .init(key, value)
    } else {
      members.append(.init(key, value))
    }
  }

  /// The place of a key; a few dozen are found sooner one by one than by a hash.
  private func place(of key: String) -> Int? {
    members.firstIndex { $0.key.isExactly(key) }
  }

  /// Sets a parameter whose name may have dots.
  private mutating func set(path: Substring, _ value: ScriptValue) {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return set(String(path), value) }
    let keys = path.split(separator: ".", omittingEmptySubsequences: false)
    guard keys.count <= HitLimits.nesting, keys.allSatisfy({ !$0.isEmpty }) else {
      return set(String(path), value)
    }
    let key = String(keys[0])
    var inner: [ScriptValue.Member] = []
    if let place = place(of: key), case .object(let existing) = members[place].value {
      inner = existing
    }
    inner.set(value, at: keys.dropFirst())
    set(key, .object(inner))
  }

  /// The whole, with what the request adds.
  consuming func eventData(of request: IncomingRequest, _ reading: EventDataReading) -> ScriptValue
  {
    if !items.isEmpty {
      let sorted = items.sorted { $0.number < $1.number }
      set("items", .array(sorted.map(\.item)))
    }
    addHints(request)
    if !user.isEmpty { set("x-ga-mp2-user_properties", .object(user)) }
    if !system.isEmpty { set("x-ga-system_properties", .object(system)) }
    if !tagging.isEmpty { addTagging(reading.time) }
    addClientID(request, reading)
    if let address = request.visitorAddress.nonEmpty { set("ip_override", .string(address)) }
    if let agent = request.header("user-agent")?.nonEmpty {
      set("user_agent", .string(agent))
    }
    return .object(members)
  }

  private mutating func addHints(_ request: IncomingRequest) {
    guard !hints.isEmpty else {
      if let hints = ClientHints.ofHeaders(request) { set("client_hints", hints) }
      return
    }
    let brands = ClientHints.brands(request).map { [ScriptValue.Member("brands", $0)] }
    set("client_hints", .object(hints + (brands ?? [])))
  }

  /// Adds the data that the browser and the server exchange.
  ///
  /// Evidence: a dump has the members of `sst.`, the start of the request, and the consent that
  /// `gcd` carries as truth values, all of them true where `gcd` is `11l1l1l1l1`, which says
  /// nothing of any type. That `gcu` and `gcut` tell of an update follows from the names of both
  /// sides.
  private mutating func addTagging(_ time: Double) {
    func sent(_ key: String) -> String? {
      (tagging.first { $0.key == key }?.value ?? place(of: "x-ga-\(key)").map { members[$0].value })?
        .text
    }
    if let code = sent("gcd") {
      let states = zip(ConsentCode.types, ConsentCode.states(gcd: code)).map { type, state in
        ScriptValue.Member(type, .boolean(state ?? true))
      }
      tagging.set(
        "consent",
        [
          "consentGrantedState": .object(states), "isUpdate": .boolean(sent("gcu") == "1"),
          "updateType": .string(sent("gcut") ?? ""),
        ])
    }
    tagging.set("request_start_time_ms", .number(time))
    set("x-sst-system_properties", .object(tagging))
  }

  /// The visitor's id where the server keeps it in a cookie.
  ///
  /// Evidence: dumps have an id that ends with `=.` and digits, and the browser's own in `x-ga-js_client_id`. A visitor
  /// without the cookie keeps the browser's id here, while a server would make one up.
  private mutating func addClientID(_ request: IncomingRequest, _ reading: EventDataReading) {
    guard reading.keepsIDInCookie,
      let cookie = request.cookies.first(where: { $0.name == reading.cookieName })
    else { return }
    let value = URIEncoding.decode(cookie.value, as: .component) ?? cookie.value
    let parts = value.split(separator: ".", maxSplits: 2)
    guard parts.count == 3, parts[0].hasPrefix("FPID"), !parts[2].isEmpty else { return }
    if let place = place(of: "client_id") { set("x-ga-js_client_id", members[place].value) }
    set("client_id", .string(String(parts[2])))
  }
}

extension StringProtocol {
  /// The text, if it has a character.
  var nonEmpty: Self? { isEmpty ? nil : self }
}
