import Diagnostics

/// A run of the hook for one plan of a commit: it compiles what is staged, and stages what that
/// leads to.
struct HookRun {
  let invocation: Invocation
  let repository: GitRepository
  let plan: HookedPlan

  func run() throws(CommandError) -> ExitStatus {
    // Whoever asks for a commit of an unresolved merge gets git's own answer.
    guard try repository.run(["ls-files", "--unmerged", "-z"]).isEmpty else {
      tell("there are unresolved conflicts, so nothing was generated")
      return .success
    }
    guard try isRelevant() else { return .success }
    let unstaged = try unstagedInputs()
    let before = try GeneratedEntries(of: plan, in: repository)
    let status = try unstaged.isEmpty ? generateHere() : generateApart(unstaged, before)
    guard status == .success else {
      tell("the commit is refused, since the plan in '\(plan.name)' has errors")
      tell("to commit without this check: SKIP=tagwright git commit")
      return status
    }
    let after = try GeneratedEntries(of: plan, in: repository)
    let changes = after.changes(since: before)
    if !changes.isEmpty {
      try updateIndexBehind(changes)
      tell("staged \(Self.list(changes.map(\.path)))")
    }
    return .success
  }

  /// Whether the commit changes what the plan is compiled from, or what it leads to.
  private func isRelevant() throws(CommandError) -> Bool {
    try !repository.says(
      ["diff", "--cached", "--quiet", "--no-ext-diff", "--", plan.output] + plan.inputs)
  }

  /// Returns the inputs of the plan that are on the disk and not in the commit.
  private func unstagedInputs() throws(CommandError) -> [String] {
    let inputs = ["-z", "--", plan.withoutOutput] + plan.inputs
    return try repository.paths(["diff", "--name-only", "--no-ext-diff"] + inputs)
      + repository.paths(["ls-files", "--others", "--exclude-standard"] + inputs)
  }

  // MARK: The plan as it is on the disk is the one that is staged

  private func generateHere() throws(CommandError) -> ExitStatus {
    let status = try generate()
    guard status == .success, try !isIgnored() else { return status }
    try stage(from: repository)
    return .success
  }

  /// Does what `generate` does, without a word about it.
  private func generate() throws(CommandError) -> ExitStatus {
    let console = Console(
      output: { _ in }, errors: { invocation.console.report(String($0.dropLast())) },
      style: invocation.console.style)
    return try Command.generate.run(
      invocation.with(ParsedArguments([], options: Command.generate.options), console: console))
  }

  /// Whether the user keeps generated files out of git.
  private func isIgnored() throws(CommandError) -> Bool {
    try repository.says(["check-ignore", "-q", "\(plan.folder)Output/\(Manifest.fileName)"])
  }

  // MARK: What is staged differs from what is on the disk

  private func generateApart(
    _ unstaged: [String], _ before: GeneratedEntries
  ) throws(CommandError) -> ExitStatus {
    guard ChildProcess.exists("swift", path: invocation.environment("PATH") ?? "") else {
      throw CommandError(
        "\(Self.list(unstaged)) has changes that are not part of the commit, "
          + "and there is no 'swift' on PATH to compile the plan without them",
        notes: ["stage or stash them, or skip this check: SKIP=tagwright git commit"])
    }
    tell("\(Self.list(unstaged)) has changes that are not part of the commit")
    tell("compiling what is staged; the first time takes a minute or two")
    let untouched = try untouchedOutput(before)
    let staged = StagedPlan(plan, in: repository)
    try staged.checkOut()
    guard try staged.generate() else { return .finding }
    guard try !isIgnored() else { return .success }
    try stage(from: staged.workTree)
    let changes = try GeneratedEntries(of: plan, in: repository).changes(since: before)
    try bringToDisk(changes.filter { untouched($0.path) })
    return .success
  }

  /// Tells which generated files are on the disk as they were staged, or not at all.
  private func untouchedOutput(
    _ before: GeneratedEntries
  ) throws(CommandError) -> (String) -> Bool {
    let changed = try repository.paths(["diff", "--name-only", "-z", "--", plan.output])
    let unknown = try repository.paths(["ls-files", "--others", "-z", "--", plan.output])
    let touched = Set(changed + unknown)
    return { !touched.contains($0) }
  }

  private func bringToDisk(_ changes: [GeneratedEntries.Change]) throws(CommandError) {
    let written = GitRepository.list(changes.filter { $0.entry != nil }.map(\.path))
    try repository.run(
      ["checkout-index", "--force", "--quiet", "--index", "-z", "--stdin"], input: written)
    do throws(FileError) {
      for change in changes where change.entry == nil {
        try FileSystem.removeFile(repository.absolute(change.path))
      }
    } catch {
      throw CommandError(error)
    }
  }

  // MARK: Staging

  /// Stages what was generated into a work tree, and nothing else.
  private func stage(from workTree: GitRepository) throws(CommandError) {
    let listed = try Set(manifests(in: workTree) + stagedManifests())
    let paths = GitRepository.list(listed.sorted())
    try workTree.run(["update-index", "--add", "--remove", "-z", "--stdin"], input: paths)
  }

  /// Returns the paths that the lists in a work tree's output folder name, and those of the lists
  /// themselves.
  private func manifests(in workTree: GitRepository) throws(CommandError) -> [String] {
    do throws(FileError) {
      var paths: [String] = []
      var folders = ["\(plan.folder)Output"]
      while let folder = folders.popLast() {
        for name in try FileSystem.names(in: workTree.absolute(folder)) {
          let path = "\(folder)/\(name)"
          if name == Manifest.fileName {
            paths += try listed(by: path, FileSystem.read(workTree.absolute(path)))
          } else if try FileSystem.status(of: workTree.absolute(path))?.kind == .folder {
            folders.append(path)
          }
        }
      }
      return paths
    } catch {
      throw CommandError(error)
    }
  }

  /// Returns the paths that the lists in the index name: some of them may no longer be generated.
  private func stagedManifests() throws(CommandError) -> [String] {
    var paths: [String] = []
    for path in try repository.paths(["ls-files", "-z", "--", plan.output])
    where path.hasSuffix("/\(Manifest.fileName)") {
      let bytes = try repository.run(["cat-file", "blob", ":\(path)"])
      do throws(FileError) {
        paths += try listed(by: path, bytes)
      } catch {
        throw CommandError(error)
      }
    }
    return paths
  }

  private func listed(by list: String, _ bytes: [UInt8]) throws(FileError) -> [String] {
    try Manifest(reading: bytes, file: list).paths.map { list.parentFolder + $0 } + [list]
  }

  /// `git commit -- PATH` commits from an index of its own; the one that stays behind gets the same files, or it
  /// would hold the old ones.
  private func updateIndexBehind(_ changes: [GeneratedEntries.Change]) throws(CommandError) {
    let index = try repository.gitPath("index")
    let folder = index.parentFolder
    guard index.dropFirst(folder.count).hasPrefix("next-index-") else { return }
    var behind = repository
    behind.environment["GIT_INDEX_FILE"] = "\(folder)index.lock"
    let lines = GitRepository.list(
      changes.map { "\($0.entry ?? GeneratedEntries.removal)\t\($0.path)" })
    try behind.run(["update-index", "-z", "--index-info"], input: lines)
  }

  // MARK: Messages

  private func tell(_ text: String) { invocation.console.report("tagwright: \(text)") }

  /// The first few of a list.
  private static func list(_ paths: [String]) -> String {
    let shown = paths.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return paths.count > 3 ? "\(shown) and \(paths.count - 3) more" : shown
  }
}
