import Compiler
import Diagnostics
import JSONText

extension Command {
  /// Installs, removes, shows or runs the pre-commit hook.
  package static let hook = Command(
    "hook",
    summary: "regenerate in every commit that changes the plan, by a pre-commit hook of git",
    discussion: [
      "install    writes the hook; one that is there already is kept and runs first",
      "uninstall  removes it, and puts back the one that was there before",
      "status     says whether it is installed, and where",
      "run        does its work: what hooks of other tools call",
      "",
      "The hook compiles what is staged, refuses the commit if the plan has errors, and stages",
      "what it generated; changes that are not staged are left alone. It ends at once where a",
      "commit does not touch the plan. To commit without it: SKIP=tagwright git commit.",
    ],
    options: [Hook.product, Hook.top],
    operands: .choice(Hook.Action.allCases.map(\.rawValue), "what to do"),
    run: { invocation throws(CommandError) in try Hook(invocation).run() })
}

/// One run of `hook`.
struct Hook {
  enum Action: String, CaseIterable {
    case install, uninstall, status, run
  }

  static let product = Option.text(
    "product", "NAME", "the plan's executable, if it is not the one that runs")
  static let top = Option.text("top", "DIR", "with 'run': the top folder of the work tree")

  let invocation: Invocation
  let action: Action

  init(_ invocation: Invocation) throws(CommandError) {
    let typed = invocation.arguments.operands.first ?? ""
    guard let action = Action(rawValue: typed) else {
      throw CommandError(
        "'hook' cannot '\(typed)'",
        notes: [Spelling.hint(for: typed, among: Action.allCases.map(\.rawValue)).message])
    }
    self.invocation = invocation
    self.action = action
  }

  func run() throws(CommandError) -> ExitStatus {
    if action == .run, isSkipped { return .success }
    let package = try invocation.requiredPackageFolder()
    let repository =
      if let top = invocation.arguments[Self.top] {
        GitRepository(top: top)
      } else {
        try GitRepository(holding: package)
      }
    let folder = try repository.prefix(of: package)
    if action == .run {
      guard invocation.arguments.has(Self.top) || isOwnExecutable(of: package) else {
        return try dispatch(repository, folder: folder, package: package)
      }
      let plan = HookedPlan(folder: folder, product: product)
      return try HookRun(invocation: invocation, repository: repository, plan: plan).run()
    }
    let plan = HookedPlan(folder: folder, product: product)
    guard !"\(plan.folder)\(plan.product)".hasControls else {
      throw CommandError("the path of the package has a control character in it")
    }
    let installation = try HookInstallation(of: plan, in: repository)
    switch action {
    case .install: for line in try installation.install() { invocation.console.print(line) }
    case .uninstall: for line in try installation.uninstall() { invocation.console.print(line) }
    case .status, .run: return show(installation)
    }
    return .success
  }

  private var product: String { invocation.arguments[Self.product] ?? invocation.tool }

  /// As pre-commit and others have it: a list of names, separated by commas.
  private var isSkipped: Bool {
    (invocation.environment("SKIP") ?? "").split(separator: ",").contains("tagwright")
  }

  private func show(_ installation: HookInstallation) -> ExitStatus {
    let name = installation.location.name
    let (text, status): (String, ExitStatus) =
      switch installation.state {
      case .installed: ("installed: '\(name)'", .success)
      case .none: ("not installed: 'hook install' would write '\(name)'", .finding)
      case .otherPlans:
        ("'\(name)' looks after other plans, not the one in '\(installation.plan.name)'", .finding)
      case .outdated: ("out of date: '\(name)'; 'hook install' brings it up to date", .finding)
      case .changed: ("changed by hand: '\(name)'", .finding)
      case .notExecutable: ("git ignores '\(name)', since it may not be executed", .finding)
      }
    invocation.console.print(text)
    if installation.keepsAnother {
      invocation.console.print("runs first: '\(name)\(HookScript.keptSuffix)'")
    }
    switch installation.location.keeper {
    case .tool(let tool):
      invocation.console.print("the hooks are looked after by \(tool.rawValue)")
      invocation.console.print(tool.advice(for: installation.plan))
    case .elsewhere: invocation.console.print("'core.hooksPath' leads out of this repository")
    case .git, .workTree: break
    }
    return status
  }

  // MARK: Plans of other packages

  /// Whether the running executable was built from the package, or is the one of another package that a tool for
  /// hooks has built.
  private func isOwnExecutable(of package: String) -> Bool {
    guard let real = try? FileSystem.resolved(package) else { return false }
    return Process.executablePath.hasPrefix("\(real)/.build/")
      || invocation.variants().flatMap(\.plan.declaredContainers)
        .contains { $0.place.file.hasPrefix("\(real)/Sources/") }
  }

  /// Lets the package's own executable do the work, which is built if necessary, as the hook's script does it.
  private func dispatch(
    _ repository: GitRepository, folder: String, package: String
  ) throws(CommandError) -> ExitStatus {
    let product =
      if let name = invocation.arguments[Self.product] { name } else {
        try Self.soleExecutable(of: package)
      }
    let script = HookScript(plans: [HookedPlan(folder: folder, product: product)])
    var shell = ChildProcess("/bin/sh", ["-c", script.text, "/dev/null"])
    shell.folder = repository.top
    shell.output = .toErrors
    return try shell.run().status == 0 ? .success : .finding
  }

  private static func soleExecutable(of package: String) throws(CommandError) -> String {
    var describe = ChildProcess(
      "swift", ["package", "--package-path", package, "describe", "--type", "json"])
    describe.showsErrors = false
    let bytes = try describe.run().output
    let products = (try? JSON.read(bytes, file: nil))?["products"]?.array ?? []
    let names = products.filter { $0["type"]?["executable"] != nil }.compactMap {
      $0["name"]?.string
    }
    guard names.count == 1, let name = names.first else {
      throw CommandError(
        names.isEmpty
          ? "the package in '\(package)' has no executable product"
          : "the package in '\(package)' has \(names.count) executable products",
        notes: ["say which one holds the plan: '--product NAME'"])
    }
    return name
  }
}
