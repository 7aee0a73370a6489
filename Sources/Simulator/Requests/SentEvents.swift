import JSONText
import SandboxedJS

/// The events of a request, held against what its endpoint needs.
struct SentEvents {
  private let endpoint: RequestForm
  private let body: ScriptValue?
  private let events: [ScriptValue]

  init(_ request: OutgoingRequest, to endpoint: RequestForm) {
    self.init(try? JSON.read(request.body ?? ""), to: endpoint)
  }

  /// - Parameter body: the request's body; `nil` where that is not JSON.
  init(_ body: JSON?, to endpoint: RequestForm) {
    self.endpoint = endpoint
    self.body = body.map { ScriptValue($0) }
    if endpoint.eventList.isEmpty {
      events = [self.body].compactMap(\.self)
    } else if case .array(let events)? = self.body?.value(at: endpoint.eventList) {
      self.events = events
    } else {
      events = []
    }
  }

  /// The id of each event; `nil` for one that has none.
  var ids: [String?] { events.map { $0.value(at: endpoint.eventID)?.text } }

  /// The members that the endpoint needs and an event has no value for, each once.
  var missingMembers: [String] {
    var missing: [String] = []
    for event in events {
      let name = event.value(at: endpoint.eventName)?.text ?? ""
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
      let name = event.value(at: endpoint.eventName)?.text
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
      guard let name = event.value(at: endpoint.eventName)?.text else {
        return [endpoint.eventName]
      }
      let members = endpoint.eventMembers.filter { member in
        (member.events.isEmpty || member.events.contains(name)) && !member.isFulfilled(in: event)
      }.map(\.path)
      guard let form = endpoint.contents, form.events.contains(name) else { return members }
      if case .array(let entries)? = event.value(at: form.path), !entries.isEmpty {
        return members
      }
      return members + [form.path]
    }
  }

  private func unusableContents(
    of event: ScriptValue, _ form: RequestForm.Contents, _ items: ItemShape
  ) -> [String] {
    let found = event.value(at: form.path)
    let wanted = items.entries.filter { !form.needsID || $0.id != nil }
    guard !wanted.isEmpty else {
      // What has no usable item leaves the list out: an empty one would say that nothing was bought.
      return found == nil ? [] : [form.path]
    }
    guard case .array(let entries)? = found, entries.count == wanted.count else {
      return [form.path]
    }
    return zip(entries, wanted).flatMap { entry, expected -> [String] in
      let members: [(String, ScriptValue?)] = [
        (form.id, expected.id.map { .string($0) }),
        (form.price, expected.price.map { .number($0) }),
        (form.quantity, expected.quantity.map { .number($0) }),
      ]
      return members.filter { !Self.isSame(entry[$0.0], $0.1) }.map { "\(form.path).\($0.0)" }
    }
  }

  /// Whether a member has a value, be it as text.
  private static func isSame(_ found: ScriptValue?, _ expected: ScriptValue?) -> Bool {
    if case .number(let number)? = expected, case .string? = found {
      return (found?.text).flatMap(Double.init) == number
    }
    return found == expected
  }
}

extension RequestForm.Member {
  fileprivate func isFulfilled(in value: ScriptValue) -> Bool {
    let found = value.value(at: path)
    switch form {
    case .text: return found?.text?.isEmpty == false
    case .number: return if case .number? = found { true } else { false }
    case .decimal:
      guard case .string? = found else { return false }
      return (found?.text).flatMap(Double.init) != nil
    case .currency:
      let letters = Array((found?.text ?? "").utf8)
      return letters.count == 3 && letters.allSatisfy { (65...90).contains($0) }
    }
  }
}
