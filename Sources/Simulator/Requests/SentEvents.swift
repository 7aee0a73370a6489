package import JSONText
import SandboxedJS

/// The events of a request, held against what its endpoint needs.
struct SentEvents {
  private let endpoint: RequestForm
  private let body: JSON?
  private let events: [JSON]

  init(_ request: OutgoingRequest, to endpoint: RequestForm) {
    self.init(try? JSON.read(request.body ?? ""), to: endpoint)
  }

  /// - Parameter body: the request's body; `nil` where that is not JSON.
  init(_ body: JSON?, to endpoint: RequestForm) {
    self.endpoint = endpoint
    self.body = body
    events = body.map(endpoint.events) ?? []
  }

  /// The id of each event; `nil` for one that has none.
  var ids: [String?] { events.map { $0.value(at: endpoint.eventID)?.string } }

  /// The members that the endpoint needs and an event has no value for, each once.
  var missingMembers: [String] {
    var missing: [String] = []
    for event in events {
      let name = event.value(at: endpoint.eventName)?.string ?? ""
      let needed =
        endpoint.eventMembers.filter { $0.events.isEmpty || $0.events.contains(name) }.map(\.path)
        + (endpoint.contents.map { $0.events.contains(name) ? [$0.path] : [] } ?? [])
      for path in needed where event.value(at: path) == nil && !missing.contains(path) {
        missing.append(path)
      }
    }
    return missing
  }

  /// The members that are missing or of another form than the endpoint takes.
  func unusableMembers(for items: ItemShape) -> [String] {
    guard let body, !events.isEmpty else { return [endpoint.eventList] }
    var unusable = endpoint.bodyMembers.filter { !$0.isFulfilled(in: body) }.map(\.path)
    for event in events {
      let name = event.value(at: endpoint.eventName)?.string
      if name == nil { unusable.append(endpoint.eventName) }
      unusable += endpoint.eventMembers.filter { member in
        (member.events.isEmpty || name.map(member.events.contains) ?? false)
          && !member.isFulfilled(in: event)
      }.map(\.path)
      if let name, let form = endpoint.contents, form.events.contains(name) {
        unusable += unusableContents(of: event, form, items)
      }
    }
    return unusable
  }

  /// The members of events that are missing or of another form, whatever it is that they are about.
  var unfulfilledMembers: [String] {
    events.flatMap { event -> [String] in
      guard let name = event.value(at: endpoint.eventName)?.string else {
        return [endpoint.eventName]
      }
      let members = endpoint.eventMembers.filter { member in
        (member.events.isEmpty || member.events.contains(name)) && !member.isFulfilled(in: event)
      }.map(\.path)
      guard let form = endpoint.contents, form.events.contains(name) else { return members }
      if event.value(at: form.path)?.array?.isEmpty == false { return members }
      return members + [form.path]
    }
  }

  private func unusableContents(
    of event: JSON, _ form: RequestForm.Contents, _ items: ItemShape
  ) -> [String] {
    let found = event.value(at: form.path)
    let wanted = items.entries.filter { !form.needsID || $0.id != nil }
    guard !wanted.isEmpty else {
      // What has no usable item leaves the list out: an empty one would say that nothing was bought.
      return found == nil ? [] : [form.path]
    }
    guard let entries = found?.array, entries.count == wanted.count else {
      return [form.path]
    }
    return zip(entries, wanted).flatMap { entry, expected -> [String] in
      let areSame: [(String, Bool)] = [
        (form.id, entry[form.id] == expected.id.map { .string($0) }),
        (form.price, entry[form.price]?.decimal == expected.price),
        (form.quantity, entry[form.quantity]?.decimal == expected.quantity),
      ]
      return areSame.filter { !$0.1 }.map { "\(form.path).\($0.0)" }
    }
  }
}

extension JSON {
  /// The value at a path of keys, such as `properties.value`.
  package func value(at path: String) -> JSON? {
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return self[path] }
    let rest = path[path.utf8.index(after: dot)...]
    return self[String(path[..<dot])]?.value(at: String(rest))
  }

  /// The number, be it as text; not a number for anything else.
  fileprivate var decimal: Double { number?.double ?? string.flatMap(Double.init) ?? .nan }
}

extension RequestForm.Member {
  fileprivate func isFulfilled(in value: JSON) -> Bool {
    let found = value.value(at: path)
    switch form {
    case .text: return found?.string?.isEmpty == false
    case .number: return found?.number != nil
    case .decimal: return (found?.string).flatMap(Double.init) != nil
    case .currency:
      let letters = Array((found?.string ?? "").utf8)
      return letters.count == 3 && letters.allSatisfy { (65...90).contains($0) }
    }
  }
}
