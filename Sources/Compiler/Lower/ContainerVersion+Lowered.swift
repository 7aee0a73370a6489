package import TagManager
package import TagwrightPlan

extension Compilation {
  /// The container that a declaration leads to, whatever rules say of it; `nil` where two entities share a name.
  package static func version(
    of container: ServerContainer, planName: String,
    readFile: (String) -> FileContent = { _ in .missing(reason: "no files can be read here") }
  ) -> ContainerVersion? {
    let plan = Plan(serverContainers: [container])
    let lowered = lower(
      resolve(PlanVariant(environment: nil, plan: plan), name: planName, readFile: readFile))
    guard let container = lowered.containers.first,
      !container.problems.contains(where: \.isDuplicate)
    else { return nil }
    return container.export.version
  }
}

extension NameProblem {
  fileprivate var isDuplicate: Bool {
    if case .duplicate = self { true } else { false }
  }
}
