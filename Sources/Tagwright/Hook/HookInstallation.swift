/// Puts the hook into a repository and takes it out again; a hook that was there before is kept and runs first.
package struct HookInstallation: Sendable {
  /// The states in which the hook can be.
  package enum State: Hashable, Sendable {
    /// No hook, or only somebody else's.
    case none
    /// The hook, without this plan.
    case otherPlans
    /// The hook of another version of Tagwright.
    case outdated
    /// The hook, but git ignores it, since it may not be executed.
    case notExecutable
    /// Somebody changed the hook that Tagwright wrote.
    case changed
    /// All is as it should be.
    case installed
  }

  /// The plan that the hook is for.
  package let plan: HookedPlan
  /// The location of the hook.
  package let location: HookLocation
  /// The state found in the hook's place.
  package let state: State
  /// Whether a hook that was there before runs first.
  package let keepsAnother: Bool
  private let found: HookScript.Found?
  private var kept: String { location.path + HookScript.keptSuffix }

  /// Looks at the hook of a repository.
  package init(of plan: HookedPlan, in repository: GitRepository) throws(CommandError) {
    self.plan = plan
    location = try HookLocation(of: repository)
    do throws(FileError) {
      keepsAnother = try FileSystem.status(of: location.path + HookScript.keptSuffix) != nil
      found = try HookLocation.text(at: location.path).map(HookScript.recognise)
      let status = try FileSystem.status(of: location.path, followingLinks: true)
      let isExecutable = (status?.permissions ?? 0) & 0o111 != 0
      state =
        switch found {
        case nil, .foreign?: .none
        case .changed?: .changed
        case .written(let script, _)? where !script.plans.contains(plan): .otherPlans
        case .written(_, isCurrent: false)?: .outdated
        case .written? where !isExecutable: .notExecutable
        case .written?: .installed
        }
    } catch {
      throw CommandError(error)
    }
  }

  /// Writes the hook; what was done, in lines for a person.
  ///
  /// - Throws: where another program looks after the hooks, where they are not this repository's own, and
  ///   where something would be overwritten that nobody else has.
  package func install() throws(CommandError) -> [String] {
    try checkKeeper()
    guard state != .installed else { return ["'\(location.name)' is up to date"] }
    do throws(FileError) {
      var lines: [String] = []
      var plans: [HookedPlan] = []
      switch found {
      case nil: break
      case .changed?: throw changedByHand
      case .foreign?:
        guard !keepsAnother else {
          throw FileError(
            "'\(location.name)' and '\(location.name)\(HookScript.keptSuffix)' are both there",
            advice: "keep the one that you need as '\(location.name)' and remove the other")
        }
        try FileSystem.move(location.path, to: kept)
        lines.append(
          "kept the hook that was there as '\(location.name)\(HookScript.keptSuffix)'; it runs first"
        )
      case .written(let script, _)?:
        plans = script.plans.filter { $0.folder != plan.folder }
      }
      do throws(FileError) {
        try write(HookScript(plans: plans + [plan]))
      } catch {
        if found == .foreign { try? FileSystem.move(kept, to: location.path) }
        throw error
      }
      let verb = state == .none ? "installed" : "updated"
      lines.insert("\(verb) '\(location.name)' for the plan in '\(plan.name)'", at: 0)
      if location.keeper == .workTree {
        lines.append("it is a file of the work tree: commit it, and others who use it have it too")
      }
      return lines
    } catch {
      throw CommandError(error)
    }
  }

  /// Takes the plan out of the hook, and the hook away with its last plan; the one before comes back as it was.
  package func uninstall() throws(CommandError) -> [String] {
    do throws(FileError) {
      guard case .written(let script, _) = found else {
        if found == .changed { throw changedByHand }
        return ["there is no hook of Tagwright in '\(location.name)'"]
      }
      let others = script.plans.filter { $0.folder != plan.folder }
      guard others.isEmpty else {
        guard others.count < script.plans.count else {
          return ["the hook '\(location.name)' does not look after the plan in '\(plan.name)'"]
        }
        try write(HookScript(plans: others))
        return [
          "'\(location.name)' no longer looks after the plan in '\(plan.name)', "
            + "but still after \(others.map { "'\($0.name)'" }.joined(separator: ", "))"
        ]
      }
      guard keepsAnother else {
        try FileSystem.removeFile(location.path)
        return ["removed '\(location.name)'"]
      }
      try FileSystem.move(kept, to: location.path)
      return ["removed the hook; '\(location.name)' is again the one that was there before"]
    } catch {
      throw CommandError(error)
    }
  }

  private func checkKeeper() throws(CommandError) {
    switch location.keeper {
    case .git, .workTree: return
    case .elsewhere:
      throw CommandError(
        "'core.hooksPath' leads out of this repository, to '\(location.path)'",
        notes: [
          "a hook there would run in every repository that uses the folder",
          "for hooks of this repository alone: git config --local core.hooksPath .githooks",
        ])
    case .tool(let tool):
      throw CommandError(
        "the hooks of this repository are looked after by \(tool.rawValue), "
          + "which would undo what is written to '\(location.name)'",
        notes: [tool.advice(for: plan)])
    }
  }

  private var changedByHand: FileError {
    FileError(
      "'\(location.name)' was written by Tagwright and changed by hand",
      advice: "move it to '\(location.name)\(HookScript.keptSuffix)' if it shall run first, "
        + "or remove it")
  }

  private func write(_ script: HookScript) throws(FileError) {
    let temporary = location.path + ".tagwright-temporary"
    _ = try FileSystem.makeFolders(
      String(location.path.parentFolder.dropLast()), permissions: 0o777)
    try FileSystem.removeFile(temporary)
    try FileSystem.write(
      Array(script.text.utf8), toNew: temporary, named: location.name, permissions: 0o777)
    try FileSystem.move(temporary, to: location.path)
  }
}
