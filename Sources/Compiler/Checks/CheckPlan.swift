import Diagnostics
import TagwrightPlan

/// Everything that is wrong with a plan in the picked environments, sorted by place.
///
/// All environments are checked: an allowance may be needed in one of the others.
func check(
  _ plans: [(resolved: ResolvedPlan, lowered: LoweredPlan)],
  for picked: (TargetEnvironment?) -> Bool, on day: CalendarDay?
) -> [Diagnostic] {
  var report = CheckReport(day: day)
  for plan in plans {
    report.isMuted = !picked(plan.resolved.environment)
    for rule in Rule.all { report.add(rule, of: plan.resolved, plan.lowered) }
  }
  report.isMuted = false
  for rule in Rule.all {
    if case .environments(let find) = rule.check {
      report.add(find(plans.map(\.resolved)), of: rule)
    }
  }
  let dated = Rule.all.filter { if case .day = $0.check { true } else { false } }.map(\.id)
  let declared = plans.flatMap(\.resolved.declaredContainers).flatMap(\.declared.allowances)
    .filter { !dated.contains($0.rule.id) }
  for rule in Rule.all {
    if case .unusedAllowances(let find) = rule.check {
      report.add(find(report.unused(of: declared)), of: rule)
    }
  }
  return report.diagnostics.withoutRepetitions.sortedByPlace()
}

extension [Diagnostic] {
  /// Without the warnings about the path of a condition that the pixel cannot follow: the error says the same of it.
  fileprivate var withoutRepetitions: [Diagnostic] {
    let places = Set(filter { $0.rule == Rule.serverOnlyCondition.id }.compactMap(\.place))
    let repeating = [Rule.unsentPart.id, Rule.foreignPath.id]
    return filter { one in
      !(repeating.contains(one.rule) && one.place.map(places.contains) == true)
    }
  }
}

/// Collects findings, each once, and remembers which allowances were needed.
private struct CheckReport {
  let day: CalendarDay?
  /// Whether diagnostics are left out; allowances are still found to be needed.
  var isMuted = false
  private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []
  private var used: Set<AllowanceKey> = []

  init(day: CalendarDay?) { self.day = day }

  /// An allowance by what it allows and where; the same line is one allowance in every environment.
  private struct AllowanceKey: Hashable {
    let rule: RuleName
    let place: SourcePlace

    init(_ allowance: Allowance) {
      rule = allowance.rule
      place = allowance.place
    }
  }

  /// Adds the findings of one rule in a plan for one environment.
  mutating func add(_ rule: Rule, of resolved: ResolvedPlan, _ lowered: LoweredPlan) {
    switch rule.check {
    case .plan(let find): add(find(resolved), of: rule)
    case .day(let find): if let day { add(find(resolved, day), of: rule) }
    case .container(let find):
      for container in resolved.declaredContainers where rule.holds(for: container, of: resolved) {
        add(find(container), of: rule, in: container)
      }
    case .lowered(let find):
      for container in lowered.declaredContainers
      where rule.holds(for: container.resolved, of: resolved) {
        add(find(container), of: rule, in: container.resolved)
      }
    case .environments, .examples, .unusedAllowances: break
    }
  }

  mutating func add(
    _ findings: [Finding], of rule: Rule, in container: ResolvedContainer? = nil
  ) {
    for finding in findings {
      let allowances = finding.allowances + (container?.declaration.allowances ?? [])
      if rule.severity == .warning, let one = allowances.first(where: { $0.rule.id == rule.id }) {
        used.insert(AllowanceKey(one))
        continue
      }
      if isMuted { continue }
      let counted =
        container.map { rule.severity(of: finding, in: $0) } ?? Optional(rule.severity)
      guard let severity = counted else { continue }
      let diagnostic = Diagnostic(
        severity, rule: rule.id, finding.message, at: finding.place, notes: finding.notes)
      if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
  }

  func unused(of allowances: [Allowance]) -> [Allowance] {
    var seen = used
    return allowances.filter { seen.insert(AllowanceKey($0)).inserted }
  }
}
