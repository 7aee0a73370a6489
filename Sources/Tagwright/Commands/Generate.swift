import Compiler
import Diagnostics
import JSONText
import TagwrightPlan

extension Command {
  /// Compiles the plan into the output folder.
  package static let generate = Command(
    "generate",
    summary: "compile the plan into 'Output', ready for Tag Manager's Admin › Import Container",
    discussion: [
      "A file is written only if its content changes. Files that an earlier run made and the plan",
      "no longer leads to are removed; nothing else in the folder is touched. The folder is that of",
      "the package in which the command is run, also from a folder below it.",
    ],
    options: [
      Generate.check, Generate.into, .environment, Generate.withSecrets, .strict, Generate.format,
      Generate.watch,
    ],
    run: { invocation throws(CommandError) in
      invocation.arguments.has(Generate.watch)
        ? try Generate.runWatching(invocation) : try Generate(invocation).run()
    })
}

/// One run of `generate`.
struct Generate {
  enum Format: String, OutputFormat {
    case text, json, github
  }

  static let check = Option.flag("check", "write nothing, list what is out of date")
  static let into = Option.text("into", "DIR", "the folder to write into, instead of 'Output'")
  static let withSecrets = Option.flag(
    "with-secrets", "fill in secrets (environment, '.env'); needs '--into' outside of git")

  static let format = Option.format(Format.self, "how to print diagnostics and result")

  let invocation: Invocation
  let folder: OutputFolder
  /// The environment that was picked, if one was.
  let environment: TargetEnvironment?
  let variants: [PlanVariant]

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    folder = try Self.folder(for: invocation)
    variants = invocation.variants()
    environment = try invocation.pickedEnvironment(among: variants)
  }

  func run() throws(CommandError) -> ExitStatus {
    let compilation = compile()
    let report = invocation.diagnosticReport(compilation.diagnostics)
    show(report)
    if report.hasFindings(isStrict: invocation.arguments.has(.strict)) {
      if isJSON { print(report, files: []) }
      return .finding
    }
    if !invocation.arguments.has(Self.into) { _ = try invocation.requiredPackageFolder() }
    var files = compilation.files
    if folder.access == .ownerOnly {
      let secrets = try SecretValues(
        SecretNames.all(
          in: variants.filter { isWanted($0.environment) }, name: invocation.planName,
          readFile: Invocation.readFile),
        from: SecretSource(
          environment: invocation.environment,
          folder: invocation.packageFolder() ?? invocation.workingDirectory))
      files = compile(secrets: secrets.values).files
    }
    let isCheck = invocation.arguments.has(Self.check)
    let effects: [FileEffect]
    do throws(FileError) {
      effects =
        isCheck
        ? try folder.effects(for: files, within: pickedFolder)
        : try folder.update(with: files, within: pickedFolder)
    } catch {
      throw CommandError(error)
    }
    if isJSON {
      print(report, files: effects)
    } else if isCheck {
      compare(effects)
    } else {
      tell(effects)
    }
    return isCheck && !effects.allSatisfy(\.isUnchanged) ? .finding : .success
  }

  private var isJSON: Bool { invocation.format(Format.self) == .json }

  /// Shows diagnostics before anything is done.
  private func show(_ report: DiagnosticReport) {
    switch invocation.format(Format.self) {
    case .text: _ = invocation.report(report.list.diagnostics)
    case .json: break
    case .github: for line in report.list.annotations { invocation.console.print(line) }
    }
  }

  /// Diagnostics and files as one object.
  private func print(_ report: DiagnosticReport, files: [FileEffect]) {
    var object = report.json.object ?? JSONObject()
    object["folder"] = .string(folder.name)
    object["files"] = .array(
      files.map { ["path": .string($0.path), "change": .string($0.change)] })
    invocation.console.print(JSON.object(object).text(.container))
  }

  /// The folder below the output folder that the picked environment has for itself.
  private var pickedFolder: String? { environment.map { "\($0.name)/" } }

  private func isWanted(_ target: TargetEnvironment?) -> Bool {
    environment == nil || target == environment
  }

  private func compile(secrets: [String: String] = [:]) -> Compilation {
    Compilation(
      variants, name: invocation.planName, secrets: secrets, for: isWanted,
      on: Process.today, readFile: Invocation.readFile
    ).withExamples
  }

  /// Lists what `generate` would do.
  private func compare(_ effects: [FileEffect]) {
    let differences = effects.filter { !$0.isUnchanged }
    for effect in differences {
      let word =
        switch effect {
        case .write(_, _, isNew: true): "missing"
        case .write, .unchanged: "out of date"
        case .remove: "no longer generated"
        }
      invocation.console.print("\(word): \(folder.name)/\(effect.path)")
    }
    guard differences.isEmpty else { return }
    invocation.console.print("\(folder.name) is up to date (\(Self.count(effects.count)))")
  }

  /// Sums up what was done.
  private func tell(_ effects: [FileEffect]) {
    let unchanged = effects.count(where: \.isUnchanged)
    let removed = effects.count { if case .remove = $0 { true } else { false } }
    let written = effects.count - unchanged - removed
    guard written + removed > 0 else {
      return invocation.console.print(
        "\(folder.name) is up to date (\(Self.count(unchanged)))")
    }
    let parts = [(written, "written"), (unchanged, "unchanged"), (removed, "removed")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    invocation.console.print(
      "generated \(Self.count(written + unchanged)) in \(folder.name)"
        + " (\(parts.joined(separator: ", ")))")
    let changed = effects.filter { !$0.isUnchanged }.map(\.path)
    if let container = changed.first(where: { $0.hasSuffix("server-container.json") }) {
      let guide = container.parentFolder + "README.md"
      invocation.console.print(
        "next: import '\(folder.name)/\(container)' into Tag Manager; '\(folder.name)/\(guide)' says how"
      )
    }
  }

  private static func count(_ files: Int) -> String { files == 1 ? "1 file" : "\(files) files" }

  /// The folder that is named, or `Output` in the package.
  private static func folder(for invocation: Invocation) throws(CommandError) -> OutputFolder {
    let arguments = invocation.arguments
    if !arguments.has(into), !arguments.has(withSecrets),
      let package = try invocation.packageFolder(), package != invocation.workingDirectory
    {
      return OutputFolder(
        invocation.shown("Output", of: package), path: "\(package == "/" ? "" : package)/Output")
    }
    var name = arguments[into] ?? "Output"
    while name.hasSuffix("/"), name != "/" { name.removeLast() }
    guard arguments.has(withSecrets) else { return OutputFolder(name) }
    guard arguments.has(into) else {
      throw CommandError(
        "'--with-secrets' needs '--into DIR': 'Output' belongs into git, secrets do not",
        notes: ["name a folder that is in no git work tree, such as '--into ~/tagwright'"])
    }
    do throws(FileError) {
      let path = try FileSystem.resolved(name)
      if let root = try GitWorkTree.root(holding: path) {
        throw FileError(
          "'\(name)' is in the git work tree '\(root)', and secrets do not belong into git",
          advice: "name a folder that is in no git work tree")
      }
      return OutputFolder(name, path: path, access: .ownerOnly)
    } catch {
      throw CommandError(error)
    }
  }
}
