import Adoption
import ContainerDiff
import TagManager
import TagwrightPlan

/// A container that a plan is made of.
struct GivenContainer {
  let file: ContainerFile
  let version: ContainerVersion
  let side: UsageContext
  /// Its public id, where its file has none.
  let publicID: String

  /// The container's name in sentences.
  var label: String { Self.label(file) }

  private static func label(_ file: ContainerFile) -> String {
    file.name.contains(" ") ? file.name : "'\(file.name)'"
  }

  /// The containers of a plan, the server container first.
  ///
  /// - Parameter publicID: the public id of the first container whose file has none.
  /// - Throws: for two containers of one kind, and for a container of apps.
  static func all(
    _ files: [ContainerFile], publicID: String?
  ) throws(CommandError) -> [GivenContainer] {
    var id = publicID
    var containers: [GivenContainer] = []
    for file in files {
      let version = try file.version()
      do throws(AdoptionError) {
        let side = try AdoptedContainer.side(of: version)
        let invented =
          side == .web && files.count > 1
          ? AdoptedPlan.inventedWebID : AdoptedContainer.inventedPublicID
        containers.append(
          GivenContainer(file: file, version: version, side: side, publicID: id ?? invented))
      } catch {
        throw CommandError(error, of: label(file))
      }
      if !Container.isPublicID(version.container?.publicID ?? "") { id = nil }
    }
    let servers = containers.filter { $0.side == .server }
    let webs = containers.filter { $0.side == .web }
    for alike in [servers, webs] where alike.count > 1 {
      throw CommandError(
        "\(alike[0].label) and \(alike[1].label) are both \(alike[0].side.rawValue.lowercased()) containers",
        notes: [
          "give one server container and one web container; further ones are plans of their own"
        ])
    }
    return servers + webs
  }

  /// Compares the container with the one that a plan compiles to.
  func diff(to planned: ContainerFile, isExact: Bool) throws(CommandError) -> ContainerDiff {
    do throws(ContainerFileError) {
      return try ContainerDiff(
        from: file, to: planned,
        options: DiffOptions(
          oldLabel: label, newLabel: "the plan", newIsPlan: true, isExact: isExact,
          placeholderPrefix: Secret.placeholderPrefix))
    } catch {
      throw CommandError(error)
    }
  }
}

extension CommandError {
  /// The reason why a container cannot become a plan.
  init(_ error: AdoptionError, of label: String) {
    self.init("\(label) cannot become a plan: \(error.message)", notes: error.notes)
  }
}
