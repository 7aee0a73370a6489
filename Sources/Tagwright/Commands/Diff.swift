import Compiler
import ContainerDiff
import Diagnostics
import JSONText
import Simulator
import TagManager
import TagwrightPlan

extension Command {
  /// Compares the plan with a container, or two containers with each other.
  package static let diff = Command(
    "diff",
    summary: "say how the live container, or a file, differs from the plan",
    discussion: [
      "Without a file, the plan is compared with the live container, which is fetched through Tag",
      "Manager's API; with one, with that file: the report says what importing the plan would",
      "change there. With two files, it says what makes the second of the first. Files are exports",
      "of Tag Manager or answers of its API. The plan owns only what it declares; '--exact' counts",
      "everything else in the container as to be removed.", "",
    ] + LiveContainerReading.discussion,
    options: [Diff.exact, Diff.format, .environment, Diff.container]
      + LiveContainerReading.options,
    operands: Operands("[FILE [FILE]]", "a container, such as an export", count: 0...2),
    run: { invocation throws(CommandError) in try Diff(invocation: invocation).run() })
}

/// One run of `diff`.
struct Diff {
  enum Format: String, OutputFormat {
    case text, json, markdown, github
  }

  static let exact = Option.flag(
    "exact", "count what the plan does not declare as a difference")
  static let format = Option.format(Format.self)
  static let container = Option.text(
    "container", "GTM-ID", "which container of the plan, instead of its server container")

  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let paths = invocation.arguments.operands
    try checkOptions(paths)
    if paths.count == 2 {
      let files = try read(paths)
      let names = paths.map(Self.fileName)
      let labels = names[0] == names[1] ? paths : names
      return try compare(files[0], "'\(labels[0])'", files[1], "'\(labels[1])'")
    }
    guard let path = paths.first else { return try compareLive() }
    let other = try read([path])[0]
    guard let plan = try planned() else { return .finding }
    return try compare(
      other, "'\(Self.fileName(path))'", plan.container(like: other, chosen: chosen), "the plan")
  }

  /// A path's last part, by which sentences call the file.
  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func compareLive() throws(CommandError) -> ExitStatus {
    guard let plan = try planned() else { return .finding }
    let container = try plan.container(like: nil, chosen: chosen)
    guard let publicID = container.publicID else {
      throw CommandError("the plan's container has no public id")
    }
    let reading = try LiveContainerReading(invocation.arguments)
    let bytes = try reading.bytes(publicID: publicID, for: invocation)
    let label = "the \(reading.name(publicID: publicID))"
    return try compare(ContainerFile.reading(bytes, name: label), label, container, "the plan")
  }

  private var chosen: String? { invocation.arguments[Self.container] }

  /// Refuses options that mean nothing with what was typed.
  private func checkOptions(_ paths: [String]) throws(CommandError) {
    let arguments = invocation.arguments
    if let path = paths.first,
      let option = LiveContainerReading.options.first(where: arguments.has)
    {
      throw CommandError(
        "'--\(option.name)' is about the live container: leave '\(path)' out")
    }
    if paths.count == 2, let option = [.environment, Self.container].first(where: arguments.has) {
      throw CommandError("'--\(option.name)' is about the plan: two files are compared without it")
    }
  }

  // MARK: The two containers

  /// The containers of files, as many as paths.
  private func read(_ paths: [String]) throws(CommandError) -> [ContainerFile] {
    var files: [(name: String, bytes: [UInt8])] = []
    do throws(FileError) {
      for path in paths {
        files.append((path, try FileSystem.read(path, limit: ContainerFile.greatestSize)))
      }
    } catch {
      throw CommandError(error)
    }
    return try ContainerFile.read(files)
  }

  /// The plan's containers; `nil` where the plan cannot be compiled.
  private func planned() throws(CommandError) -> PlannedContainers? {
    let variants = invocation.variants()
    let environment = try invocation.pickedEnvironment(among: variants)
    let compilation = Compilation(
      variants, name: invocation.planName, for: { environment == nil || $0 == environment },
      makesFiles: false, readFile: Invocation.readFile)
    guard invocation.report(compilation.diagnostics) else { return nil }
    return try PlannedContainers(compilation)
  }

  // MARK: The report

  private func compare(
    _ old: ContainerFile, _ oldLabel: String, _ new: ContainerFile, _ newLabel: String
  ) throws(CommandError) -> ExitStatus {
    let isPlan = invocation.arguments.operands.count < 2
    let options = DiffOptions(
      oldLabel: oldLabel, newLabel: newLabel, newIsPlan: isPlan,
      isExact: !isPlan || invocation.arguments.has(Self.exact),
      placeholderPrefix: Secret.placeholderPrefix,
      secretNames: isPlan || !(old.hasConstants || new.hasConstants) ? [] : secretNames,
      hosts: RequestForm.namesByHost)
    let diff: ContainerDiff
    do throws(ContainerFileError) {
      diff = try ContainerDiff(from: old, to: new, options: options)
    } catch {
      throw CommandError(error.description, notes: error.notes)
    }
    print(diff)
    if invocation.isLast { Process.keep((old, new, diff)) }
    return diff.isEmpty ? .success : .finding
  }

  /// The constants that the plan declares secret: their values in two files are no more to be seen.
  ///
  /// To know their names the plan is compiled, which takes longer than most comparisons.
  private var secretNames: Set<String> {
    SecretNames.variables(
      in: invocation.variants(), name: invocation.planName, readFile: Invocation.readFile)
  }

  private func print(_ diff: ContainerDiff) {
    let console = invocation.console
    switch invocation.format(Format.self) {
    case .text: console.print(diff.text(style: console.outputStyle))
    case .json: console.print(diff.json.text(.container))
    case .markdown: console.print(diff.markdown)
    case .github: console.print(diff.annotations)
    }
  }
}
