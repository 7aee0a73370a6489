import Diagnostics
package import JSONText
import SandboxedJS

extension BrowserVisit {
  private static let keys = [
    "url", "referrer", "title", "cookies", "headers", "consent", "now", "pushes",
  ]

  private static let commands: Set<String> = ["consent", "event", "config", "set", "js", "get"]

  /// The visits of a JSON value: a push, a list of pushes on one page, such as what a browser makes of
  /// `JSON.stringify(dataLayer)`, a visit `{"url", "cookies", "consent", "pushes", …}`, or a list of visits.
  ///
  /// - Throws: ``HitError`` for what none of them has.
  package static func visits(_ json: JSON) throws(HitError) -> [BrowserVisit] {
    // A command such as ["consent", "update", {…}] alone is one push.
    let isCommand = commands.contains(json.array?.first?.string ?? "")
    let parts = isCommand ? [json] : json.array ?? [json]
    guard !parts.isEmpty else { throw HitError("there is no push") }
    for part in parts { try checkMeaning(of: part) }
    guard parts.contains(where: { $0["pushes"] != nil }) else {
      var visit = BrowserVisit()
      visit.push(parts)
      guard !visit.pushes.isEmpty else {
        throw HitError("a push is an object, or a command such as [\"consent\", \"update\", {…}]")
      }
      return [visit]
    }
    var visits: [BrowserVisit] = []
    for part in parts { visits.append(try visit(part)) }
    return visits
  }

  /// Refuses what is meant as a visit, and has its pushes under another name.
  private static func checkMeaning(of json: JSON) throws(HitError) {
    guard let object = json.object, object["pushes"] == nil, object["event"] == nil,
      let own = object.members.first(where: { member in
        member.value.array != nil && !keys.contains(member.key)
          && (member.key.lowercased().hasPrefix("push")
            || Spelling.nearest(to: member.key, among: ["pushes"]) != nil)
      })
    else { return }
    throw HitError("a visit has no '\(own.key.shortened)'; did you mean 'pushes'?")
  }

  /// Adds what a page pushed; what Tag Manager passes over is left out with a note.
  private mutating func push(_ parts: [JSON]) {
    for (index, json) in parts.enumerated() {
      if let push = Self.push(json) {
        pushes.append(push)
        let hints = PushMisspelling.hints(in: Self.command(json) ?? json, commands: Self.commands)
        notes += hints.map { "push \(index + 1): \($0)" }
      } else {
        // Its place is kept, so that a push is told by its number in the list.
        pushes.append(.undefined)
        notes.append(
          "push \(index + 1) is left out, as Tag Manager does: it is neither an object nor a command"
        )
      }
    }
    if pushes.allSatisfy({ $0 == .undefined }) { pushes = [] }
  }

  /// An object or a command; `nil` for what Tag Manager passes over.
  ///
  /// `gtag` pushes its arguments, which JSON has as a list or as an object whose keys are numbers.
  private static func push(_ json: JSON) -> ScriptValue? {
    if json.array != nil { return json.array?.first?.string == nil ? nil : ScriptValue(json) }
    guard json.object != nil else { return nil }
    return ScriptValue(command(json) ?? json)
  }

  /// The list of a command whose arguments are members with numbers for keys; `nil` for any other object.
  private static func command(_ json: JSON) -> JSON? {
    guard let members = json.object?.members else { return nil }
    let arguments = members.indices.compactMap { json["\($0)"] }
    guard !members.isEmpty, arguments.count == members.count,
      commands.contains(arguments.first?.string ?? "")
    else { return nil }
    return .array(arguments)
  }

  private static func visit(_ json: JSON) throws(HitError) -> BrowserVisit {
    guard let object = json.object, let pushes = object["pushes"]?.array else {
      throw HitError("a visit is an object whose 'pushes' are a list")
    }
    try HitError.checkNames(of: object, among: keys, "a visit")
    var visit = BrowserVisit()
    visit.push(pushes)
    if let url = try text("url", in: object) {
      guard WebURL(url)?.host != nil else { throw HitError("'\(url.shortened)' is not an address") }
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
    for member in members where !ConsentState.types.contains(member.key) {
      guard let question = Spelling.question(for: member.key, among: ConsentState.types) else {
        continue
      }
      throw HitError("'consent' has no '\(member.key.shortened)'; \(question)")
    }
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
