import Compiler
import Diagnostics
import Publishing
import Simulator
import TagManager
import TagwrightPlan

/// The containers that a plan pushes into: servers first, so that a browser never sends what no server takes.
struct PushTargets {
  /// By public id.
  let containers: [(publicID: String, planned: PlannedContainer)]

  /// Compiles the plan; `nil` where it has errors, which are reported.
  ///
  /// Secrets that the environment or `.env` knows go into the containers; the others keep what they have there.
  ///
  /// - Parameter chosen: the public id of the only container that is wanted, if one was named.
  init?(_ invocation: Invocation, chosen: String?) throws(CommandError) {
    let variants = invocation.variants()
    guard invocation.arguments.has(.environment) || variants.count == 1 else {
      throw CommandError(
        "the plan has several environments",
        notes: ["say which one is pushed with '--environment NAME'"])
    }
    let compilation = try invocation.compileForChecks()
    guard invocation.report(compilation.diagnostics) else { return nil }
    let secrets = try SecretSource(
      environment: invocation.environment,
      folder: invocation.packageFolder() ?? invocation.workingDirectory
    ).values(
      of: SecretNames.all(
        in: variants, name: invocation.planName, readFile: Invocation.readFile))
    let versions = compilation.containers.map(\.version) + compilation.webContainers.map(\.version)
    let all = versions.map { (publicID: $0.container?.publicID ?? "", version: $0) }
    let wanted = all.filter { chosen == nil || $0.publicID == chosen }
    if let chosen, wanted.isEmpty {
      throw CommandError(
        "the plan has no container '\(chosen)'",
        notes: [Spelling.hint(for: chosen, among: all.map { $0.publicID }).message])
    }
    guard !wanted.isEmpty else { throw CommandError("the plan has no container") }
    do throws(ContainerFileError) {
      containers = try wanted.map { container throws(ContainerFileError) in
        (
          container.publicID,
          try PlannedContainer(
            container.version, secrets: secrets, placeholderPrefix: Secret.placeholderPrefix,
            hosts: RequestForm.namesByHost)
        )
      }
    } catch {
      throw CommandError(error.description, notes: error.notes)
    }
  }
}
