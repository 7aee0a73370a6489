import CustomTemplate
import JSONText
import SandboxedJS
import Simulator

/// What reaches a server container: event data, cookies, headers and the query of the request.
struct ServerHit: Sendable {
  var eventData: JSON
  var cookies: [String: String] = [:]
  var headers: [String: String] = [:]
  var query: [String: String] = [:]

  var eventName: String { eventData["event_name"]?.string ?? "" }

  /// The same hit with other event data: a member that is `nil` goes away.
  func with(_ changes: (String, JSON?)...) -> ServerHit {
    var object = eventData.object ?? JSONObject()
    for (key, value) in changes { object[key] = value }
    var hit = self
    hit.eventData = .object(object)
    return hit
  }

  /// The hit as the simulation takes it.
  func simulated(_ answer: Answer) -> IncomingHit {
    let query = query.sorted { $0.key < $1.key }.map { name, value in
      "\(name)=\(URIEncoding.encode(value, as: .component))"
    }
    return IncomingHit(
      request: IncomingRequest(
        query: query.joined(separator: "&"),
        headers: headers.map { NamedText($0.key, $0.value) },
        cookies: cookies.map { NamedText($0.key, $0.value) }),
      eventData: ScriptValue(eventData).revived,
      answers: [SuppliedAnswer(answer: answer.supplied)])
  }

  /// The value at a path, as `getEventData` reads it.
  func value(at path: String) -> JSON? {
    var value: JSON? = eventData
    for key in path.split(separator: ".", omittingEmptySubsequences: false) {
      switch value {
      case .object(let object): value = object[String(key)]
      case .array(let elements):
        let index = Int(key)
        value = index.flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      default: value = nil
      }
    }
    return value
  }
}

/// What the destination answers.
struct Answer: Sendable {
  /// In the form of the sandbox: a member `reason` stands for no answer.
  let json: JSON

  static let accepted = Answer(body: #"{"code":0,"message":"OK","request_id":"2025","data":{}}"#)
  static let timedOut = Answer(json: ["reason": "timed_out"])
  static let failed = Answer(json: ["reason": "failed"])

  init(json: JSON) {
    self.json = json
  }

  init(status: Int = 200, body: String) {
    json = ["statusCode": .number(JSONNumber(status)), "body": .string(body)]
  }

  /// The answer as the simulation takes it.
  fileprivate var supplied: HTTPAnswer {
    switch json["reason"]?.string {
    case "timed_out": .timedOut
    case .some: .failed
    case nil:
      .response(
        status: json["statusCode"]?.number?.integer ?? 0, body: json["body"]?.string ?? "")
    }
  }
}

/// One template's code, to be run with the values of its fields for one hit.
struct ScriptRun: Sendable {
  let template: CustomTemplate
  /// What the fields hold; a field without a value is not among them.
  let fields: JSONObject
  let hit: ServerHit
  var answer = Answer.accepted
}

/// What a run came to.
struct ScriptOutcome: Hashable, Sendable {
  /// A request that was sent.
  struct Request: Hashable, Sendable {
    var url: String
    let method: String
    /// Names in lower case.
    var headers: [String: String]
    let body: String
  }

  /// A cookie that was set.
  struct Cookie: Hashable, Sendable {
    let name: String
    let value: String
    /// Names in lower case.
    let attributes: [String: String]
  }

  /// What a variable's code returned.
  var result: JSON?
  /// The error that ended the run.
  var thrown: String?
  var successes = 0
  var failures = 0
  var requests: [Request] = []
  var cookies: [Cookie] = []
  var log: [String] = []
  /// Texts that were read as JSON and are none, which an engine may not tell.
  var malformed: [String] = []

  /// The body of the one request; half a surrogate pair reads as a replacement character.
  var body: JSON? {
    guard requests.count == 1 else { return nil }
    return try? JSON.read(Array(requests[0].body.replacing(#"\ud800"#, with: "\u{FFFD}").utf8))
  }
}

extension ScriptValue {
  /// A text may stand for the number that JSON has no word for.
  fileprivate var revived: ScriptValue {
    switch self {
    case .string(Self.noNumber): .number(.nan)
    case .array(let elements): .array(elements.map(\.revived))
    case .object(let members): .object(members.map { Member($0.key, $0.value.revived) })
    default: self
    }
  }

  /// The value as ``revived`` reads it.
  var sandboxJSON: JSON? {
    switch self {
    case .number(let number) where number.isNaN: .string(Self.noNumber)
    case .string(Self.noNumber): .string(Self.noNumber + Self.noNumber)
    case .number(let number) where number.isInfinite:
      .number(JSONNumber(unchecked: number > 0 ? "1e999" : "-1e999"))
    case .array(let elements): .array(elements.map { $0.sandboxJSON ?? .null })
    case .object(let members):
      .object(
        JSONObject(
          members.compactMap { member in
            member.value.sandboxJSON.map { JSONObject.Member(member.key, $0) }
          }))
    default: json
    }
  }

  private static let noNumber = "\u{E001}"
}

extension JSON {
  /// The text of a text, a number, a truth value or null.
  var shownText: String? {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): JavaScriptNumber.text(value.double)
    case .string(let text): text
    default: nil
    }
  }

  /// The value at a path of keys and indexes.
  func at(_ path: String) -> JSON? {
    ServerHit(eventData: self).value(at: path)
  }
}
