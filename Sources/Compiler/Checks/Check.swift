import Diagnostics
import TagwrightPlan

/// Everything that is wrong with a resolved plan.
func check(_ plan: ResolvedPlan) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  if plan.serverContainers.isEmpty {
    diagnostics.append(
      Diagnostic(
        .error, rule: "empty-plan", "the plan '\(plan.name)' declares no container", at: nil,
        notes: [.init("add a ServerContainer to its 'plan'")]))
  }
  for container in plan.serverContainers {
    diagnostics += checkTemplateFields(container)
    diagnostics += checkTriggers(container)
    diagnostics += checkSources(container)
    for element in container.elements {
      guard case .destination(let destination) = element.kind else { continue }
      guard let compiled = destination as? any CompiledDestination else {
        diagnostics.append(
          Diagnostic(
            .error, rule: "unknown-destination",
            "destination '\(destination.name)' cannot be compiled", at: destination.place,
            notes: [.init("use one that Tagwright has, such as TikTok")]))
        continue
      }
      diagnostics += compiled.check(in: container)
    }
  }
  return diagnostics
}
