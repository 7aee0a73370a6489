import Diagnostics
package import JSONText
import SandboxedJS

/// Event data as JSON: as the preview of Google Tag Manager shows it, or as a case that adds what came with it.
package enum EventCase {
  private static let keys = [
    "event", "cookies", "headers", "query", "clientName", "responses", "now", "preview",
  ]

  /// The hit of a JSON value: `{"event": {…}, "cookies": {…}, …}`, or the event data itself.
  ///
  /// - Throws: ``HitError`` for a key or a value that a case does not have.
  package static func hit(_ json: JSON) throws(HitError) -> IncomingHit {
    guard let object = json.object else { throw HitError("event data is an object") }
    guard let event = object["event"], event.object != nil else {
      guard json["event_name"]?.string?.isEmpty == false else {
        throw HitError(nameless(object, among: ["event_name", "event"]))
      }
      return IncomingHit(eventData: ScriptValue(json))
    }
    try HitError.checkNames(of: object, among: keys, "a case")
    if let data = event.object, data["event_name"] == nil, misspelt(in: data, ["event_name"]) != nil
    {
      throw HitError(nameless(data, among: ["event_name"]))
    }
    var hit = IncomingHit(eventData: ScriptValue(event))
    hit.request = IncomingRequest(
      query: try query(object["query"]), headers: try texts(object["headers"], "headers"),
      cookies: try texts(object["cookies"], "cookies").map {
        NamedText($0.name, $0.value.replacing(";", with: "%3B"))
      })
    hit.request.remoteAddress = hit.request.visitorAddress
    if let name = object["clientName"] {
      guard let text = name.string else { throw HitError("'clientName' is a text") }
      hit.clientName = text
    }
    hit.answers = try answers(object["responses"])
    if let now = object["now"] {
      guard let time = now.number?.double, time.isFinite else {
        throw HitError("'now' is a number of milliseconds since 1970")
      }
      hit.time = time
    }
    if let preview = object["preview"] {
      guard let isPreview = preview.bool else { throw HitError("'preview' is true or false") }
      hit.isPreview = isPreview
    }
    return hit
  }

  private static func nameless(_ object: JSONObject, among names: [String]) -> String {
    if object["event"]?.string != nil {
      return "the event data has no 'event_name'; 'event' is what the data layer calls it"
    }
    if object.members.contains(where: { $0.value["entries"] != nil }) {
      return "neither event data nor a HAR file, which has a list 'log.entries'"
    }
    return "the event data has no 'event_name'"
      + (misspelt(in: object, names).map { ", but '\($0.shortened)'" } ?? "")
  }

  private static func misspelt(in object: JSONObject, _ names: [String]) -> String? {
    object.members.lazy.map(\.key).first { Spelling.nearest(to: $0, among: names) != nil }
  }

  /// The answers of a case, which can stand in a file of their own: a list, or an object with the key `responses`.
  package static func answers(_ json: JSON?) throws(HitError) -> [SuppliedAnswer] {
    guard let json else { return [] }
    guard let list = json.array ?? json["responses"]?.array else {
      throw HitError("'responses' is a list")
    }
    var answers: [SuppliedAnswer] = []
    for one in list { answers.append(try answer(one)) }
    return answers
  }

  private static func answer(_ json: JSON) throws(HitError) -> SuppliedAnswer {
    let keys = ["match", "statusCode", "body", "headers", "timedOut", "failed"]
    guard let object = json.object else { throw HitError("a response is an object") }
    try HitError.checkNames(of: object, among: keys, "a response")
    if let match = object["match"], match.string == nil {
      throw HitError("'match' of a response is a part of an address")
    }
    if let status = object["statusCode"], status.number?.integer == nil {
      throw HitError("'statusCode' of a response is a whole number")
    }
    // A body that is not a text is meant as the JSON that it is.
    let body = object["body"].map { $0.string ?? $0.text(.compact) }
    let answer: HTTPAnswer =
      if object["timedOut"]?.bool == true {
        .timedOut
      } else if object["failed"]?.bool == true {
        .failed
      } else {
        .response(
          status: object["statusCode"]?.number?.integer ?? 200,
          headers: try texts(object["headers"], "headers"), body: body ?? "")
      }
    return SuppliedAnswer(match: object["match"]?.string, answer: answer)
  }

  private static func texts(_ json: JSON?, _ key: String) throws(HitError) -> [NamedText] {
    guard let json else { return [] }
    guard let members = json.object?.members else { throw HitError("'\(key)' is an object") }
    var texts: [NamedText] = []
    for member in members { texts.append(NamedText(member.key, try text(member.value, key))) }
    return texts
  }

  private static func query(_ json: JSON?) throws(HitError) -> String {
    guard let json else { return "" }
    guard let members = json.object?.members else { throw HitError("'query' is an object") }
    var pairs: [String] = []
    for member in members {
      let name = URIEncoding.encode(member.key, as: .component)
      for value in member.value.array ?? [member.value] {
        pairs.append("\(name)=\(URIEncoding.encode(try text(value, "query"), as: .component))")
      }
    }
    return pairs.joined(separator: "&")
  }

  private static func text(_ json: JSON, _ key: String) throws(HitError) -> String {
    switch json {
    case .string(let text): return text
    case .number(let number): return number.text
    case .bool(let value): return value ? "true" : "false"
    default: throw HitError("the values of '\(key)' are texts")
    }
  }
}
