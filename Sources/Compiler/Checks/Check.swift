import Diagnostics
import TagwrightPlan

/// Everything that is wrong with a resolved plan, except for names, which `lower` looks up.
func check(_ plan: ResolvedPlan) -> [Diagnostic] {
  checkContainers(plan) + plan.serverContainers.flatMap(check)
}

private func check(_ container: ResolvedContainer) -> [Diagnostic] {
  let destinations = container.elements.flatMap { element -> [Diagnostic] in
    guard case .destination(let destination) = element.kind else { return [] }
    guard let compiled = destination as? any CompiledDestination else {
      return [
        .error(
          "unknown-destination", "destination '\(destination.name)' cannot be compiled",
          at: destination.place, "use one that Tagwright has, such as TikTok")
      ]
    }
    return compiled.check(in: container)
  }
  return checkTemplateFields(container) + checkRawEntities(container) + checkTriggers(container)
    + checkGA4(container) + destinations
}
