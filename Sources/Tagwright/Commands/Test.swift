import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import Parallel
import TagManager

extension Command {
  /// Executes the scenarios of templates, and tries out the plan's examples.
  package static let test = Command(
    "test",
    summary: "execute the scenarios of templates, as 'Run Tests' in Tag Manager's editor does",
    discussion: [
      "Without a path, the plan's examples are tried out, and the templates that it leads to are",
      "compiled and tested; nothing is written. A web template runs with the APIs of web templates,",
      "on an empty page. What Tag Manager's editor refuses to save is an error, whether or not there",
      "are scenarios. Of a container's export, the templates in it are tested.",
    ],
    options: [Test.filter, Test.format, Test.coverage, Test.consoleOutput],
    operands: Operands(
      "[PATH…]", "template files, folders with '.tpl' files in them, or exports of containers",
      count: 0...10_000),
    run: { invocation throws(CommandError) in try Test(invocation: invocation).run() })
}

/// One run of `test`.
struct Test {
  enum Format: String, OutputFormat {
    case text, json, junit, github
  }

  static let filter = Option.text(
    "filter", "TEXT", "only scenarios with this text in their names, whatever its case")
  static let format = Option.format(Format.self, "how to print the results")
  static let coverage = Option.flag(
    "coverage", "say which lines of a template no scenario reached")
  static let consoleOutput = Option.flag("console", "print what the scenarios log")

  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let paths = invocation.arguments.operands
    guard let files = paths.isEmpty ? testedPlan() : tested(try templates(at: paths)) else {
      return .finding
    }
    let report = ScenarioReport(
      files: files, showsConsole: invocation.arguments.has(Self.consoleOutput))
    print(report)
    if report.hasUnreadableFile { return .failure }
    if let filter = invocation.arguments[Self.filter], report.isEmpty {
      throw CommandError("no scenario has '\(filter)' in its name")
    }
    return report.failed + report.errors > 0 || report.isEmpty && !paths.isEmpty
      ? .finding : .success
  }

  /// A template file that was read or compiled.
  private enum Source: Sendable {
    case document(TemplateDocument)
    case unreadable(TestedFile.Obstacle)
  }

  private func tested(_ sources: [Source]) -> [TestedFile] {
    let coversLines = invocation.arguments.has(Self.coverage)
    let filter = invocation.arguments[Self.filter]
    return sources.mapConcurrently { source in
      switch source {
      case .unreadable(let obstacle): .unreadable(obstacle)
      case .document(let document):
        .suite(TemplateSuite(document, coversLines: coversLines).run(matching: filter))
      }
    }
  }

  private func print(_ report: ScenarioReport) {
    let console = invocation.console
    switch invocation.format(Format.self) {
    case .text: console.print(report.text(console.outputStyle))
    case .json: console.print(report.json.text(.container))
    case .junit: console.print(report.junit)
    case .github: console.print(report.annotations)
    }
    for case .unreadable(let obstacle) in report.files {
      console.report(obstacle.text(style: console.style))
    }
  }

  // MARK: The plan's examples and templates

  /// The plan's examples, and the templates that it leads to; `nil` where the plan cannot be compiled.
  private func testedPlan() -> [TestedFile]? {
    let compilation = invocation.compileWithoutExamples()
    guard invocation.report(compilation.diagnostics) else { return nil }
    let examples = compilation.exampleSuites(
      matching: invocation.arguments[Self.filter], relativeTo: invocation.workingDirectory)
    return examples.map { .suite($0) }
      + tested(
        compilation.files.filter { $0.path.hasSuffix(".tpl") }
          .map { read($0.bytes, file: "Output/\($0.path)") })
  }

  private func read(_ bytes: [UInt8], file: String) -> Source {
    do throws(TemplateReadError) {
      return .document(try TemplateDocument.read(bytes, file: file))
    } catch {
      return .unreadable(TestedFile.Obstacle(error))
    }
  }

  // MARK: Template files

  private func templates(at paths: [String]) throws(CommandError) -> [Source] {
    var sources: [Source] = []
    for (path, bytes) in try files(at: paths) {
      let name = SourcePlace.shown(path, relativeTo: invocation.workingDirectory)
      if bytes.first(where: { !$0.isJSONSpace }) == UInt8(ascii: "{") {
        sources += try templates(inContainer: bytes, file: name)
      } else {
        sources.append(read(bytes, file: name))
      }
    }
    return sources
  }

  private func files(at paths: [String]) throws(CommandError) -> [(String, [UInt8])] {
    do throws(FileError) {
      return try TemplateFiles.paths(at: paths).map { (path: String) throws(FileError) in
        (path, try FileSystem.read(path, limit: TemplateDocument.greatestSize))
      }
    } catch {
      throw CommandError(error)
    }
  }

  /// The templates that a container's export holds, named after both.
  private func templates(
    inContainer bytes: [UInt8], file: String
  ) throws(CommandError) -> [Source] {
    let templates = try ContainerFile.reading(bytes, name: file).version().customTemplates
    guard !templates.isEmpty else { throw CommandError("the container '\(file)' has no templates") }
    return templates.map { read(Array($0.templateData.utf8), file: "\(file) › \($0.name)") }
  }
}

extension UInt8 {
  fileprivate var isJSONSpace: Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")].contains(self)
  }
}
