/// Looks at the sources of a package again and again, and says when they have changed.
package struct PackageWatch {
  /// The package's folder, absolute.
  package let folder: String
  /// Waits for the next look; false ends watching.
  package let pause: () -> Bool

  /// Watches a package.
  package init(folder: String, pause: @escaping () -> Bool) {
    self.folder = folder
    self.pause = pause
  }

  /// Calls a function for the sources as they are, and after each change; several changes at once are one.
  ///
  /// - Parameter changed: gets what has changed since the last call, nothing the first time.
  package func run(
    _ changed: ([String]) throws(CommandError) -> Void
  ) throws(CommandError) {
    // What changes while the function works is seen at the next look.
    var known = try sources()
    try changed([])
    var last = known
    while pause() {
      let now = try sources()
      // An editor may still be writing: only what has come to rest is taken.
      defer { last = now }
      guard now != known, now == last else { continue }
      let changes = now.changes(since: known)
      known = now
      try changed(changes)
    }
  }

  private func sources() throws(CommandError) -> PackageSources {
    return try passingOn(PackageSources(of: folder))
  }
}
