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
  /// The members that the destination needs and the event lacks.
  let missing: [String]
  /// The same for events of one name and id that the destination takes for one; `nil` for an event without an id.
  let identity: UInt64?
  /// The keys by which it can be matched to a person; empty for a host that nobody has described.
  let matchKeys: [RequestForm.MatchKey]

  /// The events of a request; the whole of it for one to a host that nobody has described.
  static func all(of request: OutgoingRequest, _ endpoints: [RequestForm]) -> [SentEvent] {
    let host = host(of: request.url)
    let endpoint = endpoints.first { request.url.hasPrefix($0.address) }
    var shared = Flattening()
    let body = request.body.flatMap { try? JSON.read($0) }
    for pair in request.url.split(separator: "?", maxSplits: 1).dropFirst()
      .flatMap({ $0.split(separator: "&") })
    {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if endpoint?.tokenParameter == String(parts[0]) { continue }
      shared.add(.string(parts.count > 1 ? String(parts[1]) : ""), at: "address.\(parts[0])")
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
          members: shared.values, missing: [], identity: nil, matchKeys: [])
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
        kind: SentKind(destination: host, name: name), id: id, members: own.values,
        missing: missing,
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
    guard let value = members[key.path] else { return false }
    guard let entry = key.entry else { return true }
    return value.array?.contains(.string(entry)) ?? (value == .string(entry))
  }

  /// The host of a request.
  static func host(of url: String) -> String {
    let rest = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
    return rest.first.map(String.init) ?? url
  }

  /// The paths at which two events differ, in order.
  func differences(to other: SentEvent) -> [String] {
    guard members != other.members else { return [] }
    return Set(members.keys).union(other.members.keys)
      .filter { members[$0] != other.members[$0] }.sorted()
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
    case .object(let object):
      for member in object.members {
        add(
          member.value, at: path.isEmpty ? member.key : "\(path).\(member.key)",
          leavingOut: unwanted)
      }
    case .array(let elements) where elements.contains(where: { $0.object != nil }):
      for element in elements { gather(element, at: "\(path)[]") }
    default: values[path] = value
    }
  }

  /// Values of list entries come one after the other under one path.
  private mutating func gather(_ value: JSON, at path: String) {
    if case .object(let object) = value {
      for member in object.members { gather(member.value, at: "\(path).\(member.key)") }
    } else {
      values[path] = .array((values[path]?.array ?? []) + [value])
    }
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
