import Compiler
import Diagnostics
import TagwrightPlan

extension Command {
  /// Compiles the plan into the output folder.
  package static let generate = Command(
    "generate",
    summary: "compile the plan into 'Output', ready for Tag Manager's Admin › Import Container",
    discussion: [
      "A file is written only if its content changes. Files that an earlier run made and the plan",
      "no longer leads to are removed; nothing else in the folder is touched.",
    ],
    options: [Generate.check, Generate.into, Generate.withSecrets],
    run: { invocation throws(CommandError) in try Generate(invocation).run() })
}

/// One run of `generate`.
struct Generate {
  static let check = Option.flag("check", "write nothing, list what is out of date")
  static let into = Option.text("into", "DIR", "the folder to write into, instead of 'Output'")
  static let withSecrets = Option.flag(
    "with-secrets", "fill in secrets from the environment; needs '--into' outside of git")

  let invocation: Invocation
  let folder: OutputFolder
  let plan: Plan

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    folder = try Self.folder(for: invocation.arguments)
    plan = invocation.plan()
  }

  func run() throws(CommandError) -> ExitStatus {
    let compilation = invocation.compile(plan)
    guard invocation.report(compilation.diagnostics) else { return .finding }
    var files = compilation.files
    if folder.access == .ownerOnly {
      let secrets = try SecretValues(
        SecretNames.all(in: plan, name: invocation.planName, readFile: Invocation.readFile),
        environment: invocation.environment)
      files =
        Compilation(
          plan, name: invocation.planName, secrets: secrets.values, readFile: Invocation.readFile
        ).files
    }
    do throws(FileError) {
      return invocation.arguments.has(Self.check)
        ? compare(try folder.effects(for: files)) : tell(try folder.update(with: files))
    } catch {
      throw CommandError(error)
    }
  }

  /// Lists what `generate` would do.
  private func compare(_ effects: [FileEffect]) -> ExitStatus {
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
    guard differences.isEmpty else { return .finding }
    invocation.console.print("\(folder.name) is up to date (\(Self.count(effects.count)))")
    return .success
  }

  /// Sums up what was done.
  private func tell(_ effects: [FileEffect]) -> ExitStatus {
    let unchanged = effects.count(where: \.isUnchanged)
    let removed = effects.count { if case .remove = $0 { true } else { false } }
    let written = effects.count - unchanged - removed
    let parts = [(written, "written"), (unchanged, "unchanged"), (removed, "removed")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    invocation.console.print(
      "generated \(Self.count(written + unchanged)) in \(folder.name)"
        + " (\(parts.joined(separator: ", ")))")
    return .success
  }

  private static func count(_ files: Int) -> String { files == 1 ? "1 file" : "\(files) files" }

  private static func folder(for arguments: ParsedArguments) throws(CommandError) -> OutputFolder {
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
