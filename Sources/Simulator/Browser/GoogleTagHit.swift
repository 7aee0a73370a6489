import SandboxedJS

/// A hit as the Google tag of a page sends it to `/g/collect`.
///
/// Google's tag is closed: names and forms are those of recorded hits, the ones by which ``EventDataBuilder`` reads
/// them again. What only a browser knows, such as the size of its screen, is left out.
struct GoogleTagHit {
  /// The address for hits that no server container takes.
  static let directAddress = "https://www.google-analytics.com/g/collect"

  /// The event that the tag sends by itself when a page is left.
  static let leaving = "user_engagement"

  /// Settings of the tag that are no parameters of its events.
  private static let settings: Set<String> = [
    "allow_google_signals", "allow_linker", "cookie_domain", "cookie_expires", "cookie_flags",
    "cookie_path", "cookie_prefix", "cookie_update", "first_party_collection", "linker",
    "send_page_view", "server_container_url", "transport_url",
  ]

  private static let wireNames: [String: String] = {
    var names: [String: String] = [:]
    for rule in GA4Parameter.all {
      if case .key(let key) = rule.target, !key.hasPrefix("x-ga-"), key != "event_location" {
        names[key] = rule.name
      }
    }
    return names
  }()

  private let address: String
  private var pairs: [(name: String, value: String)] = []

  init(
    _ event: String, to id: String, _ parameters: [ScriptValue.Member], on page: PageState,
    _ time: Double
  ) {
    let server = Self.server(of: parameters)
    address =
      server.map { ($0.hasSuffix("/") ? String($0.dropLast()) : $0) + "/g/collect" }
      ?? Self.directAddress
    let seconds = JavaScriptNumber.text((time / 1000).rounded(.down))
    let own = parameters.filter {
      !Self.settings.contains($0.key) && ![.undefined, .null, ""].contains($0.value)
    }
    func isGiven(_ key: String) -> Bool { own.contains { $0.key == key } }
    add("v", "2")
    add("tid", id)
    add("_p", JavaScriptNumber.text(time))
    if let code = page.consent.shortCode { add("gcs", code) }
    add("gcd", page.consent.longCode)
    if !isGiven("client_id") { add("cid", Self.clientID(page) ?? "1000000001.\(seconds)") }
    add("_s", "\(page.countHit())")
    add("sid", seconds)
    add("sct", "1")
    for common in CommonEventData.all where common.filler == .googleTag && !isGiven(common.key) {
      guard let value = common.pageValue.map(page.visit.value)?.nonEmpty else { continue }
      add(
        Self.wireNames[common.key] ?? common.key,
        common.key == "language" ? value.lowercased() : value)
    }
    add("en", event)
    for parameter in own { add(parameter) }
    if server != nil { add("richsstsse", "") }
  }

  /// The address of the server container that a tag's settings name; `nil` where hits go to Google.
  static func server(of settings: [ScriptValue.Member]) -> String? {
    func setting(_ key: String) -> String? { settings.last { $0.key == key }?.value.text }
    return (setting("server_container_url") ?? setting("transport_url"))?.nonEmpty
  }

  /// The request; cookies of the site go along where the server belongs to it, which whoever sends the request adds.
  var request: OutgoingRequest {
    let query = pairs.map { pair in
      let value = URIEncoding.encode(pair.value, as: .component)
      return "\(URIEncoding.encode(pair.name, as: .component))=\(value)"
    }
    return OutgoingRequest(url: "\(address)?\(query.joined(separator: "&"))")
  }

  private mutating func add(_ name: String, _ value: String) { pairs.append((name, value)) }

  private mutating func add(_ parameter: ScriptValue.Member) {
    let value = parameter.value
    if let name = Self.wireNames[parameter.key] { return add(name, value.asText) }
    switch (parameter.key, value) {
    case ("items", .array(let items)):
      for (index, item) in items.prefix(HitLimits.items).enumerated() {
        add("pr\(index + 1)", Self.text(item))
      }
    case ("user_data", .object): add(nested: "ep.user_data", value)
    case (_, .number(let number)) where number.isFinite:
      add("epn.\(parameter.key)", JavaScriptNumber.text(number))
    default: add("ep.\(parameter.key)", value.asText)
    }
  }

  /// User data, flattened: `ep.user_data.address.city`.
  private mutating func add(nested path: String, _ value: ScriptValue) {
    switch value {
    case .object(let members):
      for member in members { add(nested: "\(path).\(member.key)", member.value) }
    case .array(let elements):
      for (index, element) in elements.enumerated() { add(nested: "\(path).\(index)", element) }
    case .undefined, .null, .function, "": break
    default: add(path, value.asText)
    }
  }

  /// An item: `idSKU1~nmTee~pr29.99`, what has no name of its own as `k0colour~v0red`; a `~` is doubled.
  private static func text(_ item: ScriptValue) -> String {
    guard case .object(let members) = item else { return "" }
    var fields: [String] = []
    var customCount = 0
    for member in members where ![.undefined, .null].contains(member.value) {
      let text = member.value.asText.replacing("~", with: "~~")
      if let field = EventItems.fields.first(where: { $0.key == member.key }) {
        fields.append(field.prefix + text)
      } else if customCount < 10 {
        fields += ["k\(customCount)\(member.key)", "v\(customCount)\(text)"]
        customCount += 1
      }
    }
    return fields.joined(separator: "~")
  }

  /// The client id in the cookie `_ga`: `GA1.1.123.456` holds `123.456`.
  private static func clientID(_ page: PageState) -> String? {
    let parts = (page.cookie("_ga") ?? "").split(separator: ".")
    return parts.count >= 4 ? parts.suffix(2).joined(separator: ".") : nil
  }
}
