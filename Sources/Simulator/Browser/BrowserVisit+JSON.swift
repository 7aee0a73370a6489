package import JSONText
import SandboxedJS

extension BrowserVisit {
  private static let keys = [
    "url", "referrer", "title", "cookies", "headers", "consent", "now", "pushes",
  ]

  /// The visits of a JSON value: a push, a list of pushes on one page, a visit
  /// `{"url", "cookies", "consent", "pushes", …}`, or a list of visits.
  ///
  /// - Throws: ``HitError`` for what none of them has.
  package static func visits(_ json: JSON) throws(HitError) -> [BrowserVisit] {
    let parts = json.array ?? [json]
    guard !parts.isEmpty else { throw HitError("there is no push") }
    guard parts.contains(where: { $0["pushes"] != nil }) else {
      // A command such as ["consent", "update", {…}] alone is one push.
      let isCommand = json.array?.first?.string != nil
      return [BrowserVisit(pushes: try (isCommand ? [json] : parts).map(push))]
    }
    var visits: [BrowserVisit] = []
    for part in parts { visits.append(try visit(part)) }
    return visits
  }

  private static func push(_ json: JSON) throws(HitError) -> ScriptValue {
    if json.object != nil || json.array?.first?.string != nil { return ScriptValue(json) }
    throw HitError("a push is an object, or a command such as [\"consent\", \"update\", {…}]")
  }

  private static func visit(_ json: JSON) throws(HitError) -> BrowserVisit {
    guard let object = json.object, let pushes = object["pushes"]?.array else {
      throw HitError("a visit is an object whose 'pushes' are a list")
    }
    for member in object.members where !keys.contains(member.key) {
      throw HitError(
        "a visit has no '\(member.key.shortened)'; it has \(keys.map { "'\($0)'" }.joined(separator: ", "))"
      )
    }
    var visit = BrowserVisit()
    for one in pushes { visit.pushes.append(try push(one)) }
    if let url = try text("url", in: object) {
      guard WebURL(url)?.host != nil else { throw HitError("'\(url.shortened)' is no address") }
      visit.url = url
    }
    visit.referrer = try text("referrer", in: object) ?? ""
    visit.title = try text("title", in: object) ?? ""
    visit.cookies = try texts("cookies", in: object).map {
      NamedText($0.name, $0.value.replacing(";", with: "%3B"))
    }
    visit.headers = try texts("headers", in: object)
    if let consent = object["consent"] { visit.consent = try Self.consent(consent) }
    if let now = object["now"] {
      guard let time = now.number?.double, time.isFinite else {
        throw HitError("'now' is a number of milliseconds since 1970")
      }
      visit.time = time
    }
    return visit
  }

  /// `"granted"` for every type, or an object with a state for each.
  private static func consent(_ json: JSON) throws(HitError) -> ScriptValue {
    let words = ["granted", "denied"]
    if let word = json.string, words.contains(word) {
      return .object(ConsentCode.types.map { ScriptValue.Member($0, .string(word)) })
    }
    guard let members = json.object?.members,
      members.allSatisfy({ words.contains($0.value.string ?? "") })
    else { throw HitError("'consent' is 'granted', 'denied' or an object of types with these") }
    return ScriptValue(json)
  }

  private static func text(_ key: String, in object: JSONObject) throws(HitError) -> String? {
    guard let value = object[key] else { return nil }
    guard let text = value.string else { throw HitError("'\(key)' is a text") }
    return text
  }

  private static func texts(_ key: String, in object: JSONObject) throws(HitError) -> [NamedText] {
    guard let json = object[key] else { return [] }
    guard let members = json.object?.members else { throw HitError("'\(key)' is an object") }
    var texts: [NamedText] = []
    for member in members {
      guard let text = member.value.string ?? member.value.number?.text else {
        throw HitError("the values of '\(key)' are texts")
      }
      texts.append(NamedText(member.key, text))
    }
    return texts
  }
}
