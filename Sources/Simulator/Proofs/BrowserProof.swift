import SandboxedJS

/// A proof about the data that leaves a page: whatever the visitor agreed to, data that identifies
/// the visitor goes only where a destination that gets the event may have it.
package struct BrowserProof: Sendable {
  /// The failures of the proof, each once.
  package private(set) var findings: [ContainerProof.Finding] = []
  /// The events that were tried out, counted with each combination of consent.
  package private(set) var tries = 0

  private static let canaries: [(what: String, trace: String)] = [
    ("an e-mail address", "alice@example.com"), ("a phone number", "15550100123"),
    ("a user id", "user_123"),
  ]

  /// Tries every event of the web container out, with every combination of consent.
  ///
  /// - Parameter policies: what the plan decided for the tags of the server container.
  package init(_ pages: BrowserSimulation, policies: [EventPolicy]) {
    var visit = BrowserVisit(tryingOut: pages.web.container)
    // What is known of the visitor may be there before the page view.
    if case .object(let members)? = visit.pushes.first {
      visit.pushes.insert(.object(members.filter { $0.key != "event" }), at: 0)
    }
    for combination in 0..<(1 << ConsentCode.types.count) {
      let granted = Set(
        ConsentCode.types.enumerated().filter { combination >> $0.offset & 1 == 1 }.map(\.element))
      visit.consent = .object(
        ConsentCode.types.map {
          ScriptValue.Member($0, granted.contains($0) ? "granted" : "denied")
        })
      for event in pages.run(visit) {
        tries += 1
        prove(event) { name in
          policies.contains { $0.event == name && granted.isSuperset(of: $0.consentTypes) }
        }
      }
    }
  }

  private mutating func prove(_ event: PageEvent, mayHave: (_ event: String) -> Bool) {
    let occurred = event.page.eventData["event_name"]?.text ?? ""
    for tag in event.page.tags {
      for request in tag.effects.requests {
        let query = request.url.firstIndex(of: "?").map { String(request.url[$0...].dropFirst()) }
        let parameters = (try? WireQuery.parameters(of: query ?? "")) ?? []
        let name = parameters.first { $0.name == "en" }?.value ?? occurred
        let texts = parameters.map(\.value) + [request.body ?? ""]
        if !mayHave(name) { look(in: texts, of: tag, name) }
      }
      let calls = tag.effects.calls.map { "\($0.arguments)" }
      // A page that was loaded is a page view.
      let name = occurred == PageStage.pageView ? "page_view" : occurred
      if !mayHave(name) { look(in: calls, of: tag, name) }
    }
  }

  private mutating func look(in texts: [String], of tag: TagResult, _ event: String) {
    for canary in Self.canaries
    where texts.contains(where: { $0.lowercased().containsText(canary.trace) }) {
      let finding = ContainerProof.Finding(
        proof: .browserConsent, event: event,
        message:
          "tag '\(tag.name)' sends \(canary.what) though no destination of the event has the consent for it",
        fix: "send it through a variable that has no value without that consent")
      if !findings.contains(finding) { findings.append(finding) }
    }
  }
}
