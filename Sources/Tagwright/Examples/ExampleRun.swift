import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS
import Simulator
import TagwrightPlan

/// The result of an example's hit, held against what is expected.
struct ExampleRun {
  /// The deviations from what is expected.
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var events: [EventResult] = []
  private let example: Example

  /// The rule that an example which fails breaks.
  private static let rule = "failed-example"

  init(_ example: Example, _ simulation: Simulation) {
    self.example = example
    guard example.hits.count == 1, let declared = example.hits.first else {
      fail(
        "there are \(example.hits.count) hits, not one", at: example.place,
        notes: ["give each hit an example of its own"])
      return
    }
    do throws(HitError) {
      let result = try simulation.run(try IncomingHit(declared, in: simulation))
      events = result.events
      if result.clientName == nil {
        fail(
          "no client of the container claims the hit", at: example.place,
          notes: ["GA4Client claims '/g/collect'"])
      }
    } catch {
      fail(
        "\(error.message)", at: example.place,
        notes: ["a hit is what the browser sends, or an event's name and its data"])
      return
    }
    for expectation in example.expectations {
      switch expectation.kind {
      case .nothingSent: checkNothingSent(expectation)
      case .request(let target, let members): check(target, members, expectation)
      }
    }
  }

  private mutating func fail(_ message: String, at place: SourcePlace, notes: [String] = []) {
    diagnostics.append(
      Diagnostic(
        .error, rule: Self.rule, prefix + message, at: place,
        notes: notes.map { Diagnostic.Note($0) }))
  }

  /// The beginning of a diagnostic, which names the example that it is about.
  private var prefix: String { "example '\(example.name)': " }

  private var tags: [TagResult] { events.flatMap(\.tags) }

  private mutating func checkNothingSent(_ expectation: Expectation) {
    for tag in tags {
      let (requests, cookies) = (tag.effects.requests.count, tag.effects.cookies.count)
      guard requests + cookies > 0 else { continue }
      fail(
        "tag '\(tag.name)' sends \(requests.counted("request")) and sets "
          + "\(cookies.counted("cookie")), and nothing is to be sent",
        at: expectation.place ?? example.place, notes: [Self.mend])
    }
  }

  private mutating func check(
    _ target: RequestTarget, _ members: [BodyMember], _ expectation: Expectation
  ) {
    let sent = tags.flatMap { tag in
      tag.effects.requests.filter { $0.url.hasPrefix(target.prefix) }
        .map { (body: $0.body ?? "", mask: SecretMask(tag)) }
    }
    guard sent.count == 1, let request = sent.first else {
      let silent = tags.filter { $0.isFired && $0.effects.requests.isEmpty }
        .flatMap { tag in tag.effects.logs.map { "tag '\(tag.name)' logs: \($0)" } }
      fail(
        "\(sent.count.counted("request")) to '\(target.prefix)', not one",
        at: expectation.place ?? example.place, notes: silent + [Self.mend])
      return
    }
    let body = (try? JSON.read(request.body)).map { ScriptValue($0) }
    for member in members {
      let found = body?.value(at: member.path)
      let expected = member.value.map { ScriptValue($0) }
      guard found != expected else { continue }
      let shown = found.map { request.mask.text($0.description) } ?? "absent"
      fail(
        "'\(member.path)' of the request is \(shown), not \(expected.map(\.description) ?? "absent")",
        at: member.place, notes: [Self.mend])
    }
  }

  private static let mend =
    "mend the plan, or what the example expects; 'simulate --event' shows what the hit leads to"

  /// The same as the result of a scenario: as there, the first thing that does not hold is told.
  ///
  /// - Parameter folder: what the plan's path is shown relative to.
  func result(relativeTo folder: String) -> ScenarioResult {
    func shown(_ place: SourcePlace) -> SourcePlace {
      SourcePlace(file: SourcePlace.shown(place.file, relativeTo: folder), line: place.line)
    }
    let problem = diagnostics.first.map {
      ScenarioProblem(
        String($0.message.dropFirst(prefix.count)), at: shown($0.place ?? example.place))
    }
    return ScenarioResult(
      name: example.name, place: shown(example.place),
      outcome: problem.map { .failed($0) } ?? .passed, console: tags.flatMap(\.effects.logs))
  }

  // MARK: The file

  /// The requests and cookies that the hit leads to, for people and for diffs.
  var bytes: [UInt8] {
    let events = events.map { event -> JSON in
      [
        "event": .string(event.eventName),
        "tags": .array(event.tags.filter(\.isFired).map(Self.json)),
      ]
    }
    let file: JSON = ["example": .string(example.name), "events": .array(events)]
    return file.bytes(.readable) + [0x0A]
  }

  private static func json(_ tag: TagResult) -> JSON {
    var json = tag.json.object ?? JSONObject()
    json["requests"] = .array(
      (json["requests"]?.array ?? []).map { request in
        // The body as JSON, so that a diff shows the member that changed.
        guard var object = request.object, let body = object["body"]?.string,
          let parsed = try? JSON.read(body)
        else { return request }
        object["body"] = parsed
        return .object(object)
      })
    json["fired"] = nil
    json["settings"] = nil
    return .object(json)
  }
}

extension Simulation {
  /// Runs an example's hit and returns the results of its events.
  func run(_ example: Example) throws(HitError) -> [EventResult] {
    guard let hit = example.hits.first else { return [] }
    return try run(try IncomingHit(hit, in: self)).events
  }
}

extension IncomingHit {
  /// The hit of an example.
  fileprivate init(_ hit: Hit, in simulation: Simulation) throws(HitError) {
    let headers = hit.headers.map { NamedText($0.key, $0.value) }
    let cookies = hit.cookies.map {
      NamedText($0.key, URIEncoding.encode($0.value, as: .component))
    }
    let cookieHeader = IncomingRequest(cookies: cookies).headers
    switch hit.content {
    case .url(let url): try self.init(url: url, headers: headers + cookieHeader)
    case .event(let name, let parameters):
      var members: [ScriptValue.Member] = [.init("event_name", .string(name))]
      switch hit.consent {
      case .granted: members.append(.init("x-ga-gcs", "G111"))
      case .denied: members.append(.init("x-ga-gcs", "G100"))
      case .unknown: break
      }
      members += parameters.map { .init($0.key, ScriptValue($0.value)) }
      self.init(
        request: IncomingRequest(headers: headers + cookieHeader), eventData: .object(members))
    }
  }
}

extension ScriptValue {
  fileprivate init(_ value: HitValue) {
    self =
      switch value {
      case .text(let text): .string(text)
      case .number(let number): .number(number)
      case .truth(let truth): .boolean(truth)
      case .list(let elements): .array(elements.map { ScriptValue($0) })
      case .object(let members): .object(members.map { .init($0.key, ScriptValue($0.value)) })
      }
  }
}
