import Compiler
import Diagnostics
import JSONText
import TagManager

extension Command {
  /// Holds a web container against a server container.
  package static let contract = Command(
    "contract",
    summary: "check that the browser's and the server's container mean the same events",
    discussion: [
      "Without files, the containers of the plan are compared. Files are exports of Tag Manager or",
      "saved answers of its API, made by Tagwright or not.",
      "Both are played: every event, both sides of each condition, every state of consent, page loads,",
      "clicks, forms and timers. What pixel and server do not do alike is a finding.",
    ],
    options: [ContractCommand.format, .environment],
    operands: Operands(
      "[WEB SERVER]", "the web container's file, then the server container's", count: 0...2),
    run: { invocation throws(CommandError) in try ContractCommand(invocation: invocation).run() })
}

/// One run of `contract`.
struct ContractCommand {
  static let format = Option.format(DiagnosticReport.Format.self)

  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let paths = invocation.arguments.operands
    guard paths.count != 1 else {
      throw CommandError(
        "'contract' needs both containers, or none",
        notes: ["write '\(invocation.tool) contract WEB.json SERVER.json'"])
    }
    let pairs: [ContractPair]
    if paths.isEmpty {
      guard let own = try planned() else { return .finding }
      pairs = own
    } else {
      let web = try read(paths[0], is: .web)
      let server = try read(paths[1], is: .server)
      pairs = [
        ContractPair(
          web: web.version, server: server.version, webFile: web.name, serverFile: server.name)
      ]
    }
    let reports = pairs.map {
      ContractReport(pair: $0, contract: Contract($0), folder: invocation.workingDirectory)
    }
    if let unknown = reports.first(where: \.isAboutNothing) {
      throw CommandError(
        "'\(unknown.pair.serverFile)' has no tag of a destination that is known here, and '\(unknown.pair.webFile)' no pixel",
        notes: [
          "the contract knows tags and pixels of \(EventCounting.all.map(\.service).joined(separator: ", "))"
        ])
    }
    let console = invocation.console
    switch invocation.format(DiagnosticReport.Format.self) {
    case .text: for report in reports { console.print(report.text(console.outputStyle)) }
    case .json: console.print(JSON.array(reports.map(\.json)).text(.container))
    case .github: for report in reports { console.print(report.annotations) }
    case .sarif:
      let all = DiagnosticList(
        diagnostics: reports.flatMap(\.list.diagnostics), folder: invocation.workingDirectory)
      console.print(all.sarif.text(.container))
    }
    return reports.allSatisfy(\.isKept) ? .success : .finding
  }

  // MARK: The plan's containers

  /// The pairs that the plan leads to; `nil` where it cannot be compiled.
  private func planned() throws(CommandError) -> [ContractPair]? {
    let variants = invocation.variants()
    let picked = try invocation.pickedEnvironment(among: variants)
    let compilation = Compilation(
      variants, name: invocation.planName, for: { picked == nil || $0 == picked },
      makesFiles: false, readFile: Invocation.readFile)
    guard invocation.report(compilation.diagnostics) else { return nil }
    guard !compilation.pairs.isEmpty else {
      throw CommandError(
        "the plan '\(invocation.planName)' declares no web container",
        notes: ["add a 'WebContainer', or name the files of both containers"])
    }
    return compilation.pairs
  }

  // MARK: Files

  private func read(_ path: String, is context: UsageContext) throws(CommandError) -> (
    name: String, version: ContainerVersion
  ) {
    let name = SourcePlace.shown(path, relativeTo: invocation.workingDirectory)
    let bytes = try passingOn(FileSystem.read(path, limit: ContainerFile.greatestSize))
    let version = try ContainerFile.reading(bytes, name: name).version()
    guard let found = version.container?.usageContexts.first, found != context else {
      return (name, version)
    }
    throw CommandError(
      "'\(name)' is not a \(context.word) container",
      notes: ["the web container comes first, then the server container"])
  }
}

extension UsageContext {
  /// As people say it.
  fileprivate var word: String { rawValue.lowercased() }
}
