package import Compiler
import Diagnostics
package import TagwrightPlan

extension Option {
  /// Picks one environment of the plan.
  static let environment = Option.text(
    "environment", "NAME", "only for this environment of the plan")
}

extension Invocation {
  /// The plan of the environment that was picked, or of the first one.
  package func plan() throws(CommandError) -> Plan {
    let variants = variants()
    let picked = try pickedEnvironment(among: variants)
    let variant = variants.first { picked == nil || $0.environment == picked }
    return variant?.plan ?? Plan(serverContainers: [])
  }

  /// The environment that `--environment` picks; `nil` where it is not given.
  ///
  /// - Throws: for an environment that the plan does not declare.
  package func pickedEnvironment(
    among variants: [PlanVariant]
  ) throws(CommandError) -> TargetEnvironment? {
    guard let name = arguments[.environment] else { return nil }
    let environments = variants.compactMap(\.environment)
    if let picked = environments.first(where: { $0.name == name }) { return picked }
    throw CommandError(
      "the plan '\(planName)' has no environment '\(name)'",
      notes: [
        environments.isEmpty
          ? "it declares none: nest an 'enum Environment: String, PlanEnvironment' in it"
          : Spelling.hint(for: name, among: environments.map(\.name)).message
      ])
  }
}
