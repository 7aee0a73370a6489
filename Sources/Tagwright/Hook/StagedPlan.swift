/// A plan as it is staged, in a checkout of its own in the package's `.build` folder.
///
/// The checkout stays, and only what differs is written the next time, so that a build has little to do.
struct StagedPlan {
  private let plan: HookedPlan
  private let repository: GitRepository
  /// The folder of all that belongs to the checkout: the files, their index and their build.
  private let root: String

  init(_ plan: HookedPlan, in repository: GitRepository) {
    self.plan = plan
    self.repository = repository
    root = repository.absolute("\(plan.folder).build/tagwright-staged")
  }

  private var top: String { "\(root)/tree" }
  /// The package in the checkout.
  private var package: String { plan.folder.isEmpty ? top : "\(top)/\(plan.name)" }

  /// The checkout as a work tree of the index that is committed from.
  var workTree: GitRepository {
    get throws(CommandError) {
      var workTree = GitRepository(top: top)
      workTree.environment["GIT_DIR"] = try gitFolder
      workTree.environment["GIT_WORK_TREE"] = top
      workTree.environment["GIT_INDEX_FILE"] = try repository.gitPath("index")
      return workTree
    }
  }

  private var gitFolder: String {
    get throws(CommandError) {
      guard let folder = try repository.line(["rev-parse", "--absolute-git-dir"]) else {
        throw CommandError("git does not say where its folder is")
      }
      return folder
    }
  }

  /// Brings the checkout to what is staged now.
  func checkOut() throws(CommandError) {
    _ = try passingOn(FileSystem.makeFolders(package, permissions: 0o777))
    guard let tree = try repository.line(["write-tree"]),
      let subtree = try repository.line(
        ["rev-parse", plan.folder.isEmpty ? tree : "\(tree):\(plan.name)"])
    else { throw CommandError("what is staged in '\(plan.name)' cannot be checked out") }
    var checkout = GitRepository(top: package)
    checkout.environment["GIT_DIR"] = try gitFolder
    checkout.environment["GIT_WORK_TREE"] = package
    checkout.environment["GIT_INDEX_FILE"] = "\(root)/index"
    try checkout.run(["read-tree", "--reset", "-u", subtree])
    // What an earlier plan led to.
    try checkout.run(["clean", "-fdxq"])
    try findDependencies()
  }

  /// Lets the copy's manifest name the folders beside the package by where they are.
  private func findDependencies() throws(CommandError) {
    let path = "\(package)/Package.swift"
    do throws(FileError) {
      guard try FileSystem.status(of: path) != nil else { return }
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      let folder = repository.absolute(plan.folder)
      let located = ManifestPaths.located(text, from: folder)
      guard located != text else { return }
      try FileSystem.removeFile(path)
      try FileSystem.write(
        Array(located.utf8), toNew: path, named: path, permissions: 0o666)
    } catch {
      throw CommandError(error)
    }
  }

  /// Builds the plan and lets it generate; false where it has errors, which are on standard error by then.
  func generate() throws(CommandError) -> Bool {
    var build = ChildProcess(
      "swift",
      [
        "build", "-q", "--package-path", package, "--scratch-path", "\(root)/build", "--product",
        plan.product,
      ])
    // The build must not take this repository for one of its packages'.
    for name in try repository.run(["rev-parse", "--local-env-vars"]).split(separator: 0x0A) {
      build.environment[String(decoding: name, as: UTF8.self)] = .some(nil)
    }
    build.output = .toErrors
    guard try build.run().status == 0 else {
      throw CommandError(
        "what is staged of the plan in '\(plan.name)' does not compile",
        notes: [
          "stage or stash what is not staged, or skip this check: SKIP=tagwright git commit"
        ])
    }
    var generate = ChildProcess("\(root)/build/debug/\(plan.product)", ["generate"])
    generate.folder = package
    generate.output = .discarded
    return try generate.run().status == 0
  }
}
