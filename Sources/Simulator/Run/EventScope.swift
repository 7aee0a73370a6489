import SandboxedJS
import TagManager

/// The values that a container's variables have for one event, as some tags see it. Each is evaluated once.
final class EventScope {
  let container: ContainerProgram
  let eventData: ScriptValue
  let context: HitContext
  let limits: RunLimits
  /// The page that it occurs on; `nil` on a server.
  let page: PageState?
  /// The consent that is assumed on the page, to try something out; `nil` for what the visitor said.
  private let granted: ((String) -> Bool)?
  /// The effects of variables' code on the way, until somebody takes them.
  @exclusivity(unchecked) private(set) var effects = TagEffects()
  /// The runs of other containers for the same hit; `nil` where nobody looks.
  private let runs: SharedRuns?
  @exclusivity(unchecked) private var values: [State]
  @exclusivity(unchecked) private var depth = 0
  /// The world for a code that does not wait for the event's tags.
  private lazy var plainEnvironment = context.environment(eventData: indexedData)
  /// The same data, in which members are found sooner.
  private lazy var indexedData = EventData(eventData)

  private enum State {
    case unknown
    /// A variable that refers to itself, over however many others, is undefined there.
    case evaluating
    case known(ScriptValue)
  }

  /// Variables that refer to each other deeper than this are undefined.
  private static let greatestDepth = 100

  init(
    _ container: ContainerProgram, _ eventData: ScriptValue, _ context: HitContext,
    _ limits: RunLimits, page: PageState? = nil, granting isGranted: ((String) -> Bool)? = nil,
    sharing runs: SharedRuns? = nil
  ) {
    self.runs = runs
    self.page = page
    granted = isGranted
    self.container = container
    self.eventData = eventData
    self.context = context
    self.limits = limits
    values = Array(repeating: .unknown, count: container.variables.count)
  }

  /// Notes something for whoever takes the effects.
  func note(_ line: String) { effects.logs.append(line) }

  /// Returns the effects of variables' code since the last call.
  func takeEffects() -> TagEffects {
    defer { effects = TagEffects() }
    return effects
  }

  // MARK: Values

  func value(_ expression: ValueExpression) -> ScriptValue {
    switch expression {
    case .constant(let value): value
    case .variable(let slot): value(slot)
    case .text(let parts): .string(parts.map { value($0).asText }.joined())
    case .list(let elements): .array(elements.map(value))
    case .map(let entries): .object(entries.map { .init($0.key, value($0.value)) })
    }
  }

  /// A template's fields, or another tag's settings.
  func fields(_ entries: [ValueExpression.Entry]) -> ScriptValue {
    .object(entries.map { .init($0.key, value($0.value)) })
  }

  func value(_ slot: VariableSlot) -> ScriptValue {
    switch values[slot.index] {
    case .known(let value): return value
    case .evaluating: return .undefined
    case .unknown: break
    }
    guard depth < Self.greatestDepth else { return .undefined }
    values[slot.index] = .evaluating
    depth += 1
    let variable = container.variables[slot.index]
    var value = evaluate(variable)
    if let format = variable.format { value = format.apply(value, self.value) }
    depth -= 1
    values[slot.index] = .known(value)
    return value
  }

  /// The value that a variable has had, if it was asked for.
  func knownValue(_ slot: VariableSlot) -> ScriptValue? {
    if case .known(let value) = values[slot.index] { value } else { nil }
  }

  private func evaluate(_ variable: VariableProgram) -> ScriptValue {
    switch variable.source {
    case .eventData(let path, let fallback):
      let found = indexedData.value(at: value(path).asText) ?? .undefined
      return found == .undefined ? fallback.map(value) ?? .undefined : found
    case .constant(let expression): return value(expression)
    case .queryParameter(let name):
      let query = QueryParameters(query: context.request.query)
      return query[value(name).asText].map { .string($0) } ?? .undefined
    case .header(let name):
      return context.request.header(value(name).asText).map { .string($0) } ?? .undefined
    case .cookie(let name, let isDecoded): return cookie(value(name).asText, isDecoded)
    case .table(let table): return table.value(value)
    case .visitorRegion: return BuiltInValue.visitorRegion(context.request)
    case .builtIn(let type):
      return page.map { BrowserVariable.value(type, $0, context) }
        ?? BuiltInValue.value(type, eventData, context)
    case .browser(let variable): return page.map { variable.value(self, $0) } ?? .undefined
    case .eventName: return eventData["event_name"] ?? .undefined
    case .template(let template, let fields):
      let data = self.fields(fields)
      guard let page, granted == nil, container.templates[template].isOfItsFieldsAlone else {
        return run(variable.name, template, data)
      }
      return page.value(of: .init(template: template, fields: data)) {
        run(variable.name, template, data)
      }
    case .missing, .notSimulated: return .undefined
    }
  }

  private func cookie(_ name: String, _ isDecoded: Bool) -> ScriptValue {
    guard let cookie = context.request.cookies.first(where: { $0.name == name }) else {
      return .undefined
    }
    let decoded = isDecoded ? URIEncoding.decode(cookie.value, as: .component) : nil
    return .string(decoded ?? cookie.value)
  }

  private func run(
    _ name: String, _ template: Int, _ data: ScriptValue
  ) -> ScriptValue {
    let template = container.templates[template]
    guard let script = template.script else { return .undefined }
    let run = shared(template, data) {
      TemplateRun(
        script, kind: .variable, data: data,
        environment: environment(), permissions: template.permissions, limits: limits)
    }
    leave(run.record)
    effects += TagEffects(run, ofVariable: name)
    guard case .returned(let value) = run.outcome else { return .undefined }
    return value
  }

  /// A run that another container may have had, or has after this one.
  func shared(
    _ template: TemplateProgram, _ data: ScriptValue, isTrial: Bool = false,
    _ run: () -> TemplateRun
  ) -> TemplateRun {
    guard let runs, page == nil else { return run() }
    return runs.run(
      template, data, eventData, clientName: context.clientName, isTrial: isTrial, run)
  }

  /// The world as code that runs for the event sees it.
  func environment(finishedTags: ScriptValue = .array([])) -> Environment {
    var environment = plainEnvironment
    environment.finishedTags = finishedTags
    return page?.environment(environment, granting: granted) ?? environment
  }

  /// Leaves on the page what code did there, unless it was only tried out.
  func leave(_ record: RunRecord) {
    if granted == nil { page?.take(record) }
  }

  /// The same event with other data.
  func with(_ eventData: ScriptValue) -> EventScope {
    EventScope(container, eventData, context, limits, sharing: runs)
  }

  /// The same event with other signals of consent; what does not depend on them is not evaluated anew.
  func with(consent eventData: ScriptValue) -> EventScope {
    let changed = with(eventData)
    changed.values = values
    for place in container.consentVariables { changed.values[place] = .unknown }
    return changed
  }

  // MARK: Triggers

  /// Returns the outcome of a trigger for the event.
  func outcome(of trigger: TriggerProgram) -> TriggerProgram.Outcome {
    guard trigger.isSimulated else { return .unknown }
    for (index, condition) in trigger.conditions.enumerated() {
      let left = value(condition.left)
      if !condition.holds(left, value(condition.right)) {
        return .misses(condition: index, actual: left)
      }
    }
    return .fires
  }

  /// Whether all conditions hold.
  func hold(_ conditions: [ConditionProgram]) -> Bool {
    conditions.allSatisfy { $0.holds(value($0.left), value($0.right)) }
  }

  /// The event as a tag sees it behind a transformation; `self` where its conditions do not hold.
  func transformed(by transformation: TransformationProgram) -> EventScope {
    guard let action = transformation.action, hold(transformation.conditions) else { return self }
    let changed =
      switch action {
      case .allow(let names): eventData.keeping(names.map { value($0).asText })
      case .exclude(let names): eventData.removing(names.map { value($0).asText })
      case .augment(let rows):
        rows.reduce(eventData) { data, row in
          data.setting(value(row.name).asText, value(row.value))
        }
      }
    return with(changed)
  }
}
