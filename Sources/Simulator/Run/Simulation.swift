import Parallel
package import SandboxedJS

/// A server container that meets hits offline: each hit by itself, always with the same result.
package struct Simulation: Sendable {
  /// The container.
  package private(set) var container: ContainerProgram
  /// The known endpoints that requests go to: they accept what they get.
  package var endpoints: [RequestForm]
  /// The answers of hosts, which come before what is known of them; a hit's own answers come first.
  package var answers: [SuppliedAnswer]
  /// The time of hits that have none, in milliseconds since 1970.
  package var time: Double
  /// The seed of random numbers.
  package var seed: UInt64
  /// Whether hits that do not say so are previewed.
  package var isPreview: Bool
  /// Whether the values of variables are wanted.
  package var recordsVariables: Bool
  /// Whether a tag that sends nothing runs once more, to find out whether consent is what it misses.
  package var explainsRefusals = true
  /// Whether tags that do not fire have a result, with the reason; those whose settings refuse for want of consent have
  /// one in any case.
  package var explainsMisses = true
  /// Whether a tag that fires asks all of its triggers, and not only up to the first that fires.
  package var asksEveryTrigger = false
  /// The limits of one run of a template's code.
  package var limits: RunLimits

  /// Sets up a simulation, at a fixed time.
  package init(
    _ container: ContainerProgram, endpoints: [RequestForm] = [], answers: [SuppliedAnswer] = [],
    time: Double = Environment.defaultTime, seed: UInt64 = 0, isPreview: Bool = false,
    recordsVariables: Bool = false,
    limits: RunLimits = RunLimits(steps: 20_000_000, callDepth: 1_000, memory: 128 << 20)
  ) {
    self.container = container
    self.endpoints = endpoints
    self.answers = answers
    self.time = time
    self.seed = seed
    self.isPreview = isPreview
    self.recordsVariables = recordsVariables
    self.limits = limits
  }

  /// Simulations that are the same, for so many threads, each with a container of its own.
  package func copies(_ count: Int) -> [Simulation] {
    [self]
      + Array(1..<max(count, 1)).mapConcurrently { _ in
        var copy = self
        copy.container = container.copy()
        return copy
      }
  }

  /// Runs a hit and returns its result.
  ///
  /// - Parameter runs: what other containers with the same settings of the simulation did for this hit.
  /// - Throws: ``HitError`` for a hit that the client of Google Analytics cannot read.
  package func run(
    _ hit: IncomingHit, sharing runs: SharedRuns? = nil
  ) throws(HitError) -> HitResult {
    var context = context(of: hit)
    if let eventData = hit.eventData {
      context.clientName = hit.clientName ?? container.clients.first?.name ?? ""
      return HitResult(
        events: [run(eventData, context, sharing: runs)], clientName: context.clientName, logs: [],
        response: nil,
        cookies: [])
    }
    var logs: [String] = []
    for client in container.clients {
      context.clientName = client.name
      switch client.action {
      case .notSimulated: continue
      case .analytics(var reading, let takesDefaultPaths):
        guard takesDefaultPaths, hit.request.path == "/g/collect" else { continue }
        reading.time = context.time
        let (events, notes) = try (runs ?? SharedRuns()).events(of: hit.request, reading)
        return HitResult(
          events: events.map { run($0, context, sharing: runs) }, clientName: client.name,
          logs: logs, response: nil, cookies: [], notes: notes)
      case .template(let index, let fields):
        if let result = run(client: index, fields, context, &logs, sharing: runs) {
          return result
        }
      }
    }
    return HitResult(events: [], clientName: nil, logs: logs, response: nil, cookies: [])
  }

  private func context(of hit: IncomingHit) -> HitContext {
    let (own, general, endpoints) = (hit.answers, answers, endpoints)
    let isPreview = hit.isPreview || isPreview
    return HitContext(
      request: hit.request, clientName: "",
      information: ContainerInformation(
        containerID: container.publicID, version: container.versionNumber,
        environmentName: isPreview ? "Preview" : "Live",
        environmentMode: isPreview ? "preview" : "live", debugMode: isPreview,
        previewMode: isPreview),
      time: hit.time ?? time, seed: seed,
      answer: { request in
        (own.first { $0.answers(request.url) } ?? general.first { $0.answers(request.url) })?
          .answer ?? endpoints.endpoint(of: request)?.acceptance ?? .response()
      })
  }

  /// Runs an event on a page and returns its result.
  func run(_ eventData: ScriptValue, on page: PageState, at time: Double) -> EventResult {
    var context = context(of: IncomingHit(time: time))
    context.clientName = page.visit.url
    return run(eventData, context, on: page)
  }

  private func run(
    _ eventData: ScriptValue, _ context: HitContext, on page: PageState? = nil,
    sharing runs: SharedRuns? = nil
  ) -> EventResult {
    let scope = EventScope(container, eventData, context, limits, page: page, sharing: runs)
    let run = EventRun(scope, self)
    let tags = run.run()
    return EventResult(
      eventData: eventData, clientName: context.clientName, tags: tags,
      heldTriggers: run.heldTriggers)
  }

  /// Asks a client's own code; `nil` where it does not claim the request.
  private func run(
    client index: Int, _ fields: [ValueExpression.Entry], _ context: HitContext,
    _ logs: inout [String], sharing runs: SharedRuns?
  ) -> HitResult? {
    let template = container.templates[index]
    guard let script = template.script else { return nil }
    let scope = EventScope(container, .undefined, context, limits)
    let run = TemplateRun(
      script, kind: .client, data: scope.fields(fields),
      environment: context.environment(eventData: EventData(.undefined)),
      permissions: template.permissions,
      limits: limits)
    let effects = TagEffects(run)
    logs += effects.logs.map { "client '\(context.clientName)': \($0)" }
    guard run.record.isClaimed else { return nil }
    return HitResult(
      events: run.record.events.map { self.run($0, context, sharing: runs) },
      clientName: context.clientName,
      logs: logs, response: run.record.response, cookies: run.record.cookies)
  }
}
