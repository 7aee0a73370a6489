package import TagManager
package import TagwrightPlan

/// A container that a plan was compiled to, with the examples that the plan gives for it.
package struct CompiledServerContainer: Sendable {
  /// The folder of its files below the output folder, with a slash behind it; empty for the output folder itself.
  package let folder: String
  /// The container, with placeholders for secrets.
  package let version: ContainerVersion
  /// The examples, in the order in which they were declared.
  package let examples: [TagwrightPlan.Example]

  static func all(of lowered: LoweredPlan, _ plan: ResolvedPlan) -> [CompiledServerContainer] {
    zip(lowered.containers, plan.serverContainers).compactMap { container, resolved in
      guard !resolved.examples.isEmpty else { return nil }
      return CompiledServerContainer(
        folder: Compiler.folder(of: container.draft, in: lowered, plan),
        version: container.draft.numbered.version, examples: resolved.examples)
    }
  }

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
