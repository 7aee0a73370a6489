/// The entries that the index holds of a plan's output folder.
struct GeneratedEntries {
  /// A path, relative to the top, whose entry is another one now.
  struct Change {
    let path: String
    /// Mode, object and stage, as `git update-index --index-info` takes them; `nil` where it is gone.
    let entry: String?
  }

  /// The entry of what is to be removed.
  static let removal = "0 0000000000000000000000000000000000000000"

  /// Mode, object and stage by path.
  private let entries: [String: String]

  /// Reads the index.
  init(of plan: HookedPlan, in repository: GitRepository) throws(CommandError) {
    var entries: [String: String] = [:]
    for line in try repository.paths(["ls-files", "--stage", "-z", "--", plan.output]) {
      let parts = line.split(separator: "\t", maxSplits: 1)
      if parts.count == 2 { entries[String(parts[1])] = String(parts[0]) }
    }
    self.entries = entries
  }

  /// Returns the entries that have changed since an earlier state, sorted by path.
  func changes(since before: GeneratedEntries) -> [Change] {
    Set(entries.keys).union(before.entries.keys).sorted()
      .filter { entries[$0] != before.entries[$0] }
      .map { Change(path: $0, entry: entries[$0]) }
  }
}
