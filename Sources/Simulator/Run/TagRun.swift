import SandboxedJS

/// One run of a tag.
struct TagRun {
  let outcome: TagResult.Outcome
  let effects: TagEffects
  /// Whether its code waits for all tags to end.
  let awaitsEnd: Bool

  /// Whether anybody would notice it: it did something, or did not end well.
  var isVisible: Bool { !effects.isEmpty || outcome != .success }

  /// - Parameter isTrial: whether nothing but ``isVisible`` is of interest.
  init(
    _ tag: TagProgram, fields: ScriptValue, in scope: EventScope,
    finishedTags: ScriptValue = .array([]), isTrial: Bool = false
  ) {
    var effects = TagEffects()
    switch tag.action {
    case .notSimulated: (outcome, awaitsEnd) = (.notSimulated, false)
    case .analytics(let analytics):
      outcome = analytics.run(tag, fields, scope, &effects)
      awaitsEnd = false
    case .html:
      outcome = PageScript.run(tag, scope, &effects)
      awaitsEnd = false
    case .httpRequest:
      outcome = Self.send(fields, scope, &effects)
      awaitsEnd = false
    case .template(let index):
      let template = scope.container.templates[index]
      guard let script = template.script else {
        (outcome, awaitsEnd) = (.notSimulated, false)
        break
      }
      let start = {
        var environment = scope.environment(finishedTags: finishedTags)
        environment.endsAtFirstEffect = isTrial
        return TemplateRun(
          script, kind: .tag, data: fields, environment: environment,
          permissions: template.permissions, limits: scope.limits)
      }
      // What waits for the other tags depends on them.
      let run =
        finishedTags == .array([])
        ? scope.shared(template, fields, isTrial: isTrial, start) : start()
      scope.leave(run.record)
      effects = TagEffects(run)
      outcome =
        switch (run.outcome, run.signal) {
        case (.failed(let failure), _): .error("\(failure)")
        case (_, .success?): .success
        case (_, .failure?): .failure
        case (_, nil): .unfinished
        }
      awaitsEnd = run.record.awaitsEnd
    }
    self.effects = effects
  }

  /// Google's tag that sends a request as its settings say: `url`, `httpMethod`, `headers`, `requestBody`.
  private static func send(
    _ fields: ScriptValue, _ scope: EventScope, _ effects: inout TagEffects
  ) -> TagResult.Outcome {
    var request = OutgoingRequest(url: (fields["url"] ?? .undefined).asText)
    request.method = fields["httpMethod"]?.text?.uppercased() ?? "GET"
    if case .array(let rows)? = fields["headers"] {
      request.headers = rows.map { row in
        NamedText((row["key"] ?? .undefined).asText, (row["value"] ?? .undefined).asText)
      }
    }
    if let body = fields["requestBody"], body != "" { request.body = body.asText }
    effects.requests.append(request)
    guard case .answered(let status, _, _) = scope.context.answer(request) else { return .failure }
    return (200..<300).contains(status) ? .success : .failure
  }
}
