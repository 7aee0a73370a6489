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
  /// - Parameter name: the example's; without it the first that sends one is taken.
  /// - Throws: if there is no such example, or none that sends anything.
  static func events(
    of name: String?, in containers: [CompiledServerContainer], testCode: String?
  ) throws(CommandError) -> [TestEvent] {
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
      do throws(CompiledContainer.Refusal) {
        simulation = Simulation(
          try CompiledContainer(container.version), endpoints: Endpoint.known,
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
        for tag in tags { events += try Self.events(of: tag, example.name, testCode) }
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
    let services = TestEventService.all.map(\.name).joined(separator: " or ")
    throw CommandError(
      name.map { "the example '\($0)' sends nothing to \(services)" }
        ?? "no example of the plan sends anything to \(services)", notes: reasons)
  }

  private static func events(
    of tag: TagResult, _ example: String, _ testCode: String?
  ) throws(CommandError) -> [TestEvent] {
    var events: [TestEvent] = []
    for request in tag.effects.requests {
      guard let service = TestEventService.all.first(where: { $0.takes(request.url) }) else {
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
