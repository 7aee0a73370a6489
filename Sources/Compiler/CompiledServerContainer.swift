package import Simulator
package import TagManager
package import TagwrightPlan

/// A server container that a plan was compiled to, with what the plan says of it beyond that.
package struct CompiledServerContainer: Sendable {
  /// The plan's name.
  package let planName: String
  /// The folder of its files below the output folder, with a slash behind it; empty for the output folder itself.
  package let folder: String
  /// The examples, in the order in which they were declared.
  package let examples: [Example]
  /// The public id of the container.
  package let publicID: String
  /// The container, with placeholders for secrets.
  package let version: ContainerVersion
  private let destinations: [ResolvedDestination]

  /// The plan's decisions about consent and ids, for each event of each tag.
  package var policies: [EventPolicy] { destinations.flatMap(\.policies) }

  static func all(of lowered: LoweredPlan, _ plan: ResolvedPlan) -> [CompiledServerContainer] {
    zip(lowered.containers, plan.serverContainers).map { container, resolved in
      CompiledServerContainer(
        planName: plan.name, folder: Compiler.folder(of: container.draft, in: lowered, plan),
        examples: resolved.examples, publicID: container.draft.publicID,
        version: container.export.version, destinations: resolved.destinations)
    }
  }

  /// The path of its file below the output folder.
  package var path: String { "\(folder)server-container.json" }

  /// The path of the page with what comes of its examples.
  package var pagePath: String { "\(folder)index.html" }

  /// The path of an example's file below the output folder.
  ///
  /// - Parameter place: the example's place in ``examples``; of several with the same words, the later ones are numbered.
  package func path(ofExample place: Int) -> String {
    let stem = FileStem.words(of: examples[place].name)
    let earlier = examples[..<place].count { FileStem.words(of: $0.name) == stem }
    let name = stem.isEmpty ? "example" : stem
    return "\(folder)requests/\(name)\(earlier == 0 ? "" : "-\(earlier + 1)").json"
  }
}
