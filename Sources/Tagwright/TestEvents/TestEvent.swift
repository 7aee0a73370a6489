import Compiler
import Diagnostics
import SandboxedJS
import Simulator

/// A request of an example, as it is sent to be tried out: all but the token.
struct TestEvent {
  let example: String
  /// The tag that sends it.
  let tag: String
  let service: TestEventService
  /// The plan's name for the token.
  let secretName: String
  private let request: OutgoingRequest
  private let testCode: String

  var url: String { filled(with: "***")?.url ?? "" }

  /// The requests of one example to a destination that has test events.
  ///
  /// - Parameters:
  ///   - name: the example's; without it the first that sends one is taken.
  ///   - destination: the destination's name; without it the example goes to one alone.
  /// - Throws: if there is no such example, or none that sends anything, or if it goes to several destinations.
  static func events(
    of name: String?, in containers: [CompiledServerContainer], testCode: String?,
    to destination: String?
  ) throws(CommandError) -> [TestEvent] {
    let services = try services(named: destination)
    let examples = containers.flatMap(\.examples)
    guard !examples.isEmpty else {
      throw CommandError(
        "the plan has no example to send",
        notes: [#"declare one beside the destination: Example("A purchase") { Hit(…) }"#])
    }
    if let name, !examples.contains(where: { $0.name == name }) {
      throw CommandError(
        "the plan has no example '\(name)'",
        notes: [Spelling.hint(for: name, among: examples.map(\.name)).message])
    }
    var reasons: [String] = []
    for container in containers where !container.examples.isEmpty {
      let simulation: Simulation
      do throws(ContainerProgram.Refusal) {
        simulation = Simulation(
          try ContainerProgram(container.version), endpoints: RequestForm.known,
          time: Process.currentMilliseconds)
      } catch {
        throw CommandError(error.message)
      }
      for example in container.examples where name == nil || example.name == name {
        let tags: [TagResult]
        do throws(HitError) {
          tags = try simulation.run(example).flatMap(\.tags)
        } catch {
          throw CommandError("example '\(example.name)': \(error.message)")
        }
        var events: [TestEvent] = []
        try checkOneDestination(of: tags, example.name, services)
        for tag in tags { events += try Self.events(of: tag, example.name, testCode, services) }
        if !events.isEmpty { return events }
        let fired = tags.filter(\.isFired)
        reasons += fired.flatMap { tag in
          tag.effects.logs.map { "tag '\(tag.name)' logs: \($0)" }
        }
        reasons += TestEventService.untestable.filter { untestable in
          fired.flatMap(\.effects.requests).contains { $0.url.hasPrefix(untestable.address) }
        }.map { "\($0.name) has no test events: whatever is sent there counts" }
      }
    }
    let names = services.map(\.name).joined(separator: " or ")
    throw CommandError(
      name.map { "the example '\($0)' sends nothing to \(names)" }
        ?? "no example of the plan sends anything to \(names)", notes: reasons)
  }

  /// The destinations that are wanted: the named one, else all that have test events.
  private static func services(
    named name: String?
  ) throws(CommandError) -> [TestEventService] {
    guard let name else { return TestEventService.all }
    let found = TestEventService.all.filter { $0.name.lowercased() == name.lowercased() }
    guard found.isEmpty else { return found }
    let names = TestEventService.all.map(\.name)
    if let untestable = TestEventService.untestable.first(where: {
      $0.name.lowercased() == name.lowercased()
    }) {
      throw CommandError("\(untestable.name) has no test events: whatever is sent there counts")
    }
    throw CommandError(
      "there is no destination '\(name)' with test events",
      notes: ["there are \(names.joined(separator: ", "))"])
  }

  /// A destination takes the test event code of another for none, and its event for a real one.
  private static func checkOneDestination(
    of tags: [TagResult], _ example: String, _ services: [TestEventService]
  ) throws(CommandError) {
    let requests = tags.flatMap(\.effects.requests)
    let reached = services.filter { service in requests.contains { service.takes($0.url) } }
      .map(\.name)
    guard reached.count > 1 else { return }
    throw CommandError(
      "the example '\(example)' goes to several destinations: \(reached.joined(separator: ", "))",
      notes: ["pick one with '--to NAME': a test event code is for one destination alone"])
  }

  private static func events(
    of tag: TagResult, _ example: String, _ testCode: String?, _ services: [TestEventService]
  ) throws(CommandError) -> [TestEvent] {
    var events: [TestEvent] = []
    for request in tag.effects.requests {
      guard let service = services.first(where: { $0.takes(request.url) }) else {
        continue
      }
      if service.needsCode, testCode == nil {
        throw CommandError(
          "'send' needs '--test-event-code CODE'", notes: [service.codeAdvice])
      }
      guard let name = service.token(of: request).flatMap(SimulatedSecret.name) else {
        throw CommandError(
          "the request of tag '\(tag.name)' has a token that is not a secret of the plan",
          notes: [#"name it in the plan: accessToken: .secret("…")"#])
      }
      let event = TestEvent(
        example: example, tag: tag.name, service: service, secretName: name,
        request: request, testCode: testCode ?? "")
      guard event.filled(with: "") != nil else {
        throw CommandError("the request of tag '\(tag.name)' has a body that is not a JSON object")
      }
      events.append(event)
    }
    return events
  }

  /// The request with a token.
  func filled(with token: String) -> OutgoingRequest? {
    service.filled(request, testCode: testCode, token: token)
  }
}
