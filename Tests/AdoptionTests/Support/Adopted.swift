import Adoption
import Compiler
import ContainerDiff
import Diagnostics
import TagManager
import TagwrightPlan

/// A container, the declarations that it became, and what those compile to.
struct Adopted {
  let container: AdoptedContainer
  let compilation: Compilation
  /// The container that they compile to.
  let version: ContainerVersion?
  /// What a comparison of the two containers says, a line each.
  let differences: [String]

  /// What stops the plan.
  var errors: [String] {
    compilation.diagnostics.filter { $0.severity == .error }.map { "\($0.message) [\($0.rule)]" }
  }

  /// The container that they compile to with the values of its secrets.
  var filled: ContainerVersion {
    get throws {
      let values = container.secrets.map { ($0.name, $0.value ?? "") }
      let compilation = Compilation(
        container.plan, name: "Adopted", secrets: Dictionary(uniqueKeysWithValues: values))
      let file = compilation.files.first { $0.path.hasSuffix("-container.json") }
      return try ContainerFile(file?.bytes ?? [], name: "filled").read()
    }
  }

  /// - Parameter declarations: what it became; in Tag Manager's terms where nothing is given.
  init(_ file: ContainerFile, as declarations: AdoptedContainer? = nil) throws {
    let container = try declarations ?? AdoptedContainer(file.read())
    self.container = container
    compilation = Compilation(
      [PlanVariant(environment: nil, plan: container.plan)],
      name: container.planName ?? "Adopted", makesFiles: false
    ) { path in
      container.templateBytes(at: path).map { .bytes($0) } ?? .missing(reason: "no such file")
    }
    let versions =
      compilation.containers.map(\.version) + compilation.webContainers.map(\.version)
    version = versions.first
    guard let version else {
      differences = ["it has no container"]
      return
    }
    differences = try Self.differences(from: file, to: version)
  }

  /// Everything in which a container differs from the one of a file, a line each.
  static func differences(
    from file: ContainerFile, to version: ContainerVersion
  ) throws -> [String] {
    let diff = try ContainerDiff(
      from: file, to: ContainerFile(version, name: "the plan"),
      options: DiffOptions(
        oldLabel: "the file", newLabel: "the plan", newIsPlan: true, isExact: true,
        placeholderPrefix: Secret.placeholderPrefix))
    return diff.entities.map { entity in
      "\(entity.kind) \(entity.name): \(entity.outcome) \(entity.changes)"
    }
  }
}
