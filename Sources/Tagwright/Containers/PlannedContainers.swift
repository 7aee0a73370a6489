import Compiler
import Diagnostics
import TagManager

/// The containers that a plan leads to, as `generate` would write them.
struct PlannedContainers {
  private let containers: [ContainerFile]

  init(_ compilation: Compilation) throws(CommandError) {
    containers =
      compilation.containers.map { ContainerFile($0.version, name: $0.path) }
      + compilation.webContainers.map { ContainerFile($0.version, name: $0.path) }
    guard !containers.isEmpty else { throw CommandError("the plan has no container") }
  }

  /// The one that is meant: by its public id, else by what it is compared with, else the only one of its kind.
  ///
  /// - Parameter other: what it is compared with; `nil` for the live container.
  func container(
    like other: ContainerFile?, chosen: String?
  ) throws(CommandError) -> ContainerFile {
    let ids = containers.compactMap(\.publicID)
    if let chosen {
      guard let found = containers.first(where: { $0.publicID == chosen }) else {
        throw CommandError(
          "the plan has no container '\(chosen)'",
          notes: [Spelling.hint(for: chosen, among: ids).message])
      }
      return found
    }
    if containers.count == 1 { return containers[0] }
    let same = containers.filter { $0.publicID != nil && $0.publicID == other?.publicID }
    if same.count == 1 { return same[0] }
    let context = other?.usageContext ?? "SERVER"
    let alike = containers.filter { $0.usageContext == context }
    if alike.count == 1 { return alike[0] }
    throw CommandError(
      "the plan has several containers: \(containers.map(\.name).joined(separator: ", "))",
      notes: ["pick one with '--container GTM-…' or '--environment NAME'"])
  }
}
