/// A plan that the hook looks after: where its package is, and what its executable is called.
package struct HookedPlan: Hashable, Sendable {
  /// The package's folder below the top of the work tree, as `shop/`; empty for the top itself.
  package let folder: String
  /// The executable product that holds the plan.
  package let product: String

  /// Names a plan.
  package init(folder: String, product: String) {
    self.folder = folder
    self.product = product
  }

  /// The inputs that the plan is compiled from, as pathspecs of git relative to the top; to be used
  /// with ``withoutOutput``.
  ///
  /// Template files may lie anywhere in the package: the plan names them by their paths.
  package var inputs: [String] {
    ["Package.swift", "Package.resolved", "Sources", "Templates"]
      .map { ":(literal)\(folder)\($0)" } + [":(glob)\(Self.escaped(folder))**/*.tpl"]
  }

  /// The plan's output, as a pathspec.
  package var output: String { ":(literal)\(folder)Output" }
  /// Takes the templates that were generated out of the inputs, as a pathspec.
  package var withoutOutput: String { ":(exclude,literal)\(folder)Output" }

  /// The folder as messages name it.
  package var name: String { folder.isEmpty ? "." : String(folder.dropLast()) }

  /// A path in which no character stands for others, for pathspecs that have wildcards.
  private static func escaped(_ path: String) -> String {
    path.unicodeScalars.map { "*?[]\\".unicodeScalars.contains($0) ? "\\\($0)" : String($0) }
      .joined()
  }
}
