import JSONText
import SandboxedJS
import Simulator

/// One event of a request, in the parts by which two runs are compared.
struct SentEvent: Hashable {
  /// The destination of the event, and its name there.
  let kind: SentKind
  /// The id by which browser and server are one; `nil` where it has none.
  let id: String?
  /// Each value by its path, such as `properties.value`; the entries of a list share a path, such as `contents[].price`.
  let members: [String: JSON]
  /// The method and the headers of its request by their paths, such as `request.method`; of a token only that there is one.
  let envelope: [String: JSON]
  /// The members that the destination needs and the event lacks.
  let missing: [String]
  /// The same for events of one name and id that the destination takes for one; `nil` for an event without an id.
  let identity: UInt64?
  /// The keys by which it can be matched to a person; empty for a host that nobody has described.
  let matchKeys: [RequestForm.MatchKey]

  /// The events of a request; the whole of it for one to a host that nobody has described.
  ///
  /// - Parameter hasEnvelope: whether its method and its headers are known.
  static func all(
    of request: OutgoingRequest, _ endpoints: [RequestForm], hasEnvelope: Bool = true
  ) -> [SentEvent] {
    let envelope = hasEnvelope ? envelope(of: request) : [:]
    let host = host(of: request.url)
    let endpoint = endpoints.first { request.url.hasPrefix($0.address) }
    var shared = Flattening()
    let body = request.body.flatMap { try? JSON.read($0) }
    for pair in request.url.split(separator: "?", maxSplits: 1).dropFirst()
      .flatMap({ $0.split(separator: "&") })
    {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if endpoint?.tokenParameter == String(parts[0]) { continue }
      let isPersonal = ValueKind.isPersonal(String(parts[0]))
      shared.addParameter(
        isPersonal ? String(pair) : parts.count > 1 ? String(parts[1]) : "",
        at: isPersonal ? "address.…" : "address.\(parts[0])")
    }
    shared.add(.string(String(request.url.prefix { $0 != "?" })), at: "address")
    guard let endpoint, let body,
      let events = endpoint.eventList.isEmpty
        ? [body] : body.member(at: endpoint.eventList)?.array
    else {
      if let body {
        shared.add(body, at: "body")
      } else if let text = request.body {
        shared.add(.string(text), at: "body")
      }
      return [
        SentEvent(
          kind: SentKind(destination: host, name: request.method), id: nil,
          members: shared.values, envelope: envelope, missing: [], identity: nil, matchKeys: [])
      ]
    }
    let missing = endpoint.missingMembers(in: body)
    shared.add(body, at: "", leavingOut: endpoint.eventList)
    let account = shared.hash
    return events.map { event in
      var own = shared
      own.add(event, at: "")
      let name = event.member(at: endpoint.eventName)?.shownText ?? ""
      let id = event.member(at: endpoint.eventID)?.shownText.flatMap { $0.isEmpty ? nil : $0 }
      return SentEvent(
        kind: SentKind(destination: host, name: ValueKind.isAddress(name) ? "…" : name), id: id,
        members: own.values,
        envelope: envelope, missing: missing,
        identity: id.map { id in
          var hash = account
          hash.add(name)
          hash.add(id)
          return hash.value
        }, matchKeys: endpoint.matchKeys)
    }
  }

  /// Whether it has a match key.
  func has(_ key: RequestForm.MatchKey) -> Bool {
    guard let value = members[key.path], value.object == nil else { return false }
    guard let entry = key.entry else { return true }
    return value.array?.contains(.string(entry)) ?? (value == .string(entry))
  }

  /// The host of a request.
  static func host(of url: String) -> String {
    let rest = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
    // What stands before an '@' is a user's name.
    return rest.first.flatMap { $0.split(separator: "@").last }.map(String.init) ?? url
  }

  private static func envelope(of request: OutgoingRequest) -> [String: JSON] {
    var parts = Flattening()
    parts.add(.string(request.method), at: "request.method")
    for header in request.headers {
      let value = SecretMask.isSecretHeader(header.name) ? SecretMask.replacement : header.value
      parts.addParameter(value, at: "request.headers.\(header.name.lowercased())")
    }
    for scope in request.scopes { parts.addParameter(scope, at: "request.scopes") }
    return parts.values
  }

  /// The value at a path of the event or of its request.
  func value(at path: String) -> JSON? { members[path] ?? envelope[path] }

  /// The paths at which two events differ, in order.
  func differences(to other: SentEvent) -> [String] {
    guard members != other.members || envelope != other.envelope else { return [] }
    let paths = [members, other.members, envelope, other.envelope].flatMap(\.keys)
    return Set(paths).filter { value(at: $0) != other.value(at: $0) }.sorted()
  }
}

/// A destination's event: the host of its requests, and the event's name there.
package struct SentKind: Hashable, Comparable, Sendable {
  package let destination: String
  package let name: String

  package init(destination: String, name: String) {
    self.destination = destination
    self.name = name
  }

  /// The destination of cookies.
  static let browser = "the browser"

  /// Whether it is a cookie that the answer to the browser sets.
  var isCookie: Bool { destination == Self.browser }

  /// The word for one of them.
  var noun: String { isCookie ? "cookie" : "request" }

  package static func < (left: SentKind, right: SentKind) -> Bool {
    (left.destination, left.name) < (right.destination, right.name)
  }
}

/// The values of a JSON value by their paths.
private struct Flattening {
  private(set) var values: [String: JSON] = [:]

  /// A hash that tells one account from another.
  var hash: StableHash {
    var hash = StableHash()
    for (path, value) in values.sorted(by: { $0.key < $1.key }) {
      hash.add(path)
      hash.add(value.string ?? "")
    }
    return hash
  }

  mutating func add(_ value: JSON, at path: String, leavingOut unwanted: String? = nil) {
    guard path != unwanted else { return }
    switch value {
    case .object(let object) where !object.members.isEmpty:
      let start = path.isEmpty ? "" : path + "."
      for member in object.members where !ValueKind.isPersonal(member.key) {
        add(member.value, at: start + member.key, leavingOut: unwanted)
      }
      values[start + "…"] = object.personalMembers
    case .array(let elements) where elements.contains(where: { $0.object != nil }):
      for (place, element) in elements.enumerated() { gather(element, at: "\(path)[]", place) }
    default: values[path] = value
    }
  }

  /// Values of list entries come one after the other under one path, each at the place of its entry.
  private mutating func gather(_ value: JSON, at path: String, _ place: Int) {
    if case .object(let object) = value, !object.members.isEmpty {
      for member in object.members where !ValueKind.isPersonal(member.key) {
        gather(member.value, at: "\(path).\(member.key)", place)
      }
      if let members = object.personalMembers { append(members, at: path + ".…", place) }
    } else {
      append(value, at: path, place)
    }
  }

  private mutating func append(_ value: JSON, at path: String, _ place: Int) {
    var entries = values[path]?.array ?? []
    while entries.count < place { entries.append(Self.absent) }
    values[path] = .array(entries + [value])
  }

  /// The sign of an entry of a list that has no value at a path.
  private static let absent = JSON.object(JSONObject([]))

  /// Adds a parameter, which a request may have several times.
  mutating func addParameter(_ value: String, at path: String) {
    guard let known = values[path] else { return values[path] = .string(value) }
    values[path] = .array((known.array ?? [known]) + [.string(value)])
  }
}

extension JSONObject {
  /// The members whose keys may be somebody's data: no report shows them, so that they are compared as one value; `nil`
  /// where there are none.
  fileprivate var personalMembers: JSON? {
    let members = members.filter { ValueKind.isPersonal($0.key) }
    return members.isEmpty ? nil : .object(JSONObject(members))
  }
}

extension JSON {
  /// The value at a path of keys, such as `user.email`.
  fileprivate func member(at path: String) -> JSON? {
    path.split(separator: ".").reduce(self as JSON?) { $0?[String($1)] }
  }

  /// The text of a text or a number.
  fileprivate var shownText: String? { string ?? number?.text }
}
