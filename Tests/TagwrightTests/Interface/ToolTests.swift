import Diagnostics
import Foundation
import Tagwright
import Testing

@Suite struct ToolTests {
  @Test func helpListsTheCommands() {
    let help = """
      Turns a tracking plan written in Swift into a Google Tag Manager server container.

      usage: tagwright COMMAND [OPTIONS]

      commands:
        first   do this
        second  do that

      options:
        --help     show this help
        --version  show the version

      'tagwright COMMAND --help' says more about a command.

      exit status:
        0  nothing to report
        1  a finding, such as errors in the plan or files out of date
        2  the work could not be done

      """
    let commands = [
      Command("first", summary: "do this") { (_) throws(CommandError) in .success },
      Command("second", summary: "do that") { (_) throws(CommandError) in .success },
    ]
    #expect(run(["--help"], commands: commands) == Outcome(output: help))
    #expect(run(["-h"], commands: commands) == Outcome(output: help))
    #expect(run([], commands: commands) == Outcome(status: .failure, errors: help))
  }

  @Test func helpOfACommandListsItsOptionsAndArguments() {
    let compare = Command(
      "compare", summary: "compare two files", discussion: ["Either may be missing."],
      options: [.choice("format", ["text", "json"], "how to print")],
      operands: Operands("[FILE…]", "what to compare", count: 0...2)
    ) { (_) throws(CommandError) in .success }
    #expect(
      run(["compare", "--help"], commands: [compare]).output == """
        Compare two files.

        usage: tagwright compare [--format text|json] [FILE…]

        Either may be missing.

        arguments:
          [FILE…]  what to compare

        options:
          --format text|json  how to print
          --help              show this help

        """)
  }

  @Test func helpOfGenerate() {
    #expect(
      run(["generate", "--help"]).output == """
        Compile the plan into 'Output', ready for Tag Manager's Admin › Import Container.

        usage: tagwright generate [--check] [--into DIR] [--environment NAME] [--with-secrets] [--strict] [--format text|json|github] [--watch]

        A file is written only if its content changes. Files that an earlier run made and the plan
        no longer leads to are removed; nothing else in the folder is touched. The folder is that of
        the package in which the command is run, also from a folder below it.

        options:
          --check                    write nothing, list what is out of date
          --into DIR                 the folder to write into, instead of 'Output'
          --environment NAME         only for this environment of the plan
          --with-secrets             fill in secrets (environment, '.env'); needs '--into' outside of git
          --strict                   take warnings for errors
          --format text|json|github  how to print diagnostics and result
          --watch                    build and generate again whenever a source changes
          --help                     show this help

        """)
  }

  @Test func noLineOfHelpIsLongerThanAHundredCharacters() {
    for command in Command.all {
      let help = run([command.name, "--help"]).output
      for line in help.split(separator: "\n") where !line.hasPrefix("usage:") {
        #expect(line.count <= 100, "\(command.name): \(line)")
      }
    }
  }

  @Test func versionIsPrinted() {
    for typed in ["--version", "-v"] {
      #expect(run([typed]) == Outcome(output: "tagwright 0.1.0\n"))
    }
  }

  @Test func helpCanBeAskedForAsACommand() {
    #expect(run(["help"]) == run(["--help"]))
    #expect(run(["help", "generate"]) == run(["generate", "--help"]))
    #expect(run(["help", "generat"]) == run(["generat"]))
  }

  @Test(arguments: [
    (
      ["generat"],
      "error: unknown command 'generat'\nnote: did you mean 'generate'?\n"
        + "note: 'tagwright --help' lists the commands\n"
    ),
    (["--versoin"], "error: unknown option '--versoin'\nnote: did you mean '--version'?\n"),
    (
      ["--check"],
      "error: '--check' is an option of the command 'generate'\n"
        + "note: write 'tagwright generate --check'\n"
    ),
    (["--version", "generate"], "error: unexpected argument 'generate'\n"),
    (["--"], "error: '--' is not a command\n"),
    (["generate", "\u{FFFD}"], "error: the argument '\u{FFFD}' is not valid UTF-8\n"),
  ])
  func badUsageEndsWithOneErrorOnStandardError(_ typed: [String], _ errors: String) {
    let outcome = run(typed)
    #expect(outcome.status == .failure)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(errors))
  }

  @Test func theTableListsOneCommandPerFile() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Tagwright/Commands").standardizedFileURL
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
    let declared = try files.flatMap { file in
      let path = folder.appendingPathComponent(file)
      let text = try String(contentsOf: path, encoding: .utf8)
      let name = path.deletingPathExtension().lastPathComponent.lowercased()
      return ["\(name)", "`\(name)`"].contains { text.contains("static let \($0) = Command(") }
        ? [name] : []
    }
    #expect(declared.sorted() == Command.all.map(\.name).sorted())
  }

  @Test func severityWordsHaveColoursOnlyWhereTheyAreAskedFor() {
    let diagnostic = Diagnostic(
      .error, rule: "some-rule", "the error is here",
      at: SourcePlace(file: "/plan/A.swift", line: 3),
      notes: [.init("mend it")])
    #expect(
      diagnostic.text(relativeTo: "/plan")
        == "A.swift:3: error: the error is here [some-rule]\nA.swift:3: note: mend it")
    #expect(
      diagnostic.text(relativeTo: "/plan", style: .coloured)
        == "A.swift:3: \u{1B}[1;31merror\u{1B}[0m: the error is here [some-rule]\n"
        + "A.swift:3: \u{1B}[1;36mnote\u{1B}[0m: mend it")
  }

  @Test func foreignTextCannotSteerATerminal() {
    let diagnostic = Diagnostic(
      .warning, rule: "some-rule", "name 'a\u{1B}[2J\nb'", at: nil, notes: [.init("\u{7}")])
    #expect(
      diagnostic.text() == "warning: name 'a\\u{1B}[2J\\nb' [some-rule]\nnote: \\u{07}")
  }
}
