import SandboxedJS

extension ContainerProof {
  /// The same hit has the same id, another hit another one, and it is one that the hit brings: an id that the server
  /// makes up cannot be the pixel's.
  mutating func proveDeduplication(_ event: ProvenEvent) throws(HitError) {
    let data = event.data()
    let first = try tags(of: event, data)
    let again = try tags(of: event, data)
    let other = try tags(of: event, event.data(inHit: 2))
    for ((one, same), different) in zip(zip(first, again), other) {
      guard one.effects.requests.map(\.body) == same.effects.requests.map(\.body) else {
        add(
          .deduplication, event.name, "tag '\(one.name)' sends something else for the same hit",
          fix: "take every value from the hit: a time or a random number differs on each run")
        continue
      }
      guard policy(one.name, event.name)?.hasSharedID != false else { continue }
      for (request, second) in zip(one.effects.requests, different.effects.requests) {
        if let (message, fix) = problem(of: request, second, data) {
          add(.deduplication, event.name, "tag '\(one.name)' \(message)", fix: fix)
        }
      }
    }
    try proveWordsAreNoIDs(event)
  }

  /// A word that stands for nothing is the same for every order: an id made of it makes all but the first vanish.
  private mutating func proveWordsAreNoIDs(_ event: ProvenEvent) throws(HitError) {
    for word in ["undefined", "(not set)", "{{Event ID}}"] {
      let data = event.fields.filter(\.isID).reduce(event.data()) {
        $0.setting($1.path, .string(word))
      }
      for tag in try tags(of: event, data) {
        let takesIt = tag.effects.requests.contains { request in
          guard let endpoint = endpoints.endpoint(of: request) else { return false }
          return SentEvents(request, to: endpoint).ids.contains(word)
        }
        guard takesIt else { continue }
        add(
          .deduplication, event.name,
          "tag '\(tag.name)' sends two orders under one id where theirs is '\(word)'",
          fix: "send no id where the hit has none: the destination drops the second event of an id")
      }
    }
  }

  /// Returns the problem with the ids of two requests for two events, and its remedy.
  private func problem(
    of request: OutgoingRequest, _ second: OutgoingRequest, _ data: ScriptValue
  ) -> (String, String)? {
    let fix = "map the id that the pixel sends, such as the event data's 'event_id'"
    guard let endpoint = endpoints.endpoint(of: request) else {
      let (text, otherText) = (request.wholeText, second.wholeText)
      let isShared =
        text.containsText("proof-id-1") && otherText.containsText("proof-id-2")
        || text.containsText("proof-order-1") && otherText.containsText("proof-order-2")
      return isShared ? nil : ("does not send the id of the event", fix)
    }
    let ids = SentEvents(request, to: endpoint).ids
    let others = SentEvents(second, to: endpoint).ids
    for (id, otherID) in zip(ids, others) {
      guard let id else { return ("does not send the id of the event", fix) }
      if id == otherID { return ("sends the same id for two events", fix) }
      if !data.leaves.contains(where: { $0.text == id }) {
        return ("sends an id that the hit does not bring, so that it cannot be the pixel's", fix)
      }
    }
    return ids.isEmpty ? ("does not send the id of the event", fix) : nil
  }
}

extension OutgoingRequest {
  /// Everything that goes on the wire.
  var wholeText: String {
    ([url] + headers.map { "\($0.name): \($0.value)" } + [body ?? ""]).joined(separator: "\n")
  }
}

extension ScriptValue {
  /// A value that holds no others.
  struct Leaf {
    /// The path of the value, such as `data.0.event`.
    let path: String
    let text: String
  }

  /// The texts and numbers in it.
  var leaves: [Leaf] { leaves(at: "") }

  private func leaves(at path: String) -> [Leaf] {
    func below(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    switch self {
    case .string(let text): return [Leaf(path: path, text: text)]
    case .number: return [Leaf(path: path, text: asText)]
    case .array(let elements):
      return elements.enumerated().flatMap { $0.element.leaves(at: below("\($0.offset)")) }
    case .object(let members): return members.flatMap { $0.value.leaves(at: below($0.key)) }
    default: return []
    }
  }
}
