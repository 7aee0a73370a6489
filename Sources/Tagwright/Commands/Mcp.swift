#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Compiler
import JSONText

extension Command {
  /// Serves the read-only commands to assistants.
  package static let mcp = Command(
    "mcp",
    summary: "serve the read-only commands over the Model Context Protocol",
    discussion: [
      "An assistant starts it and asks for 'explain', 'lint', 'simulate', 'diff', 'contract' and 'test',",
      "as JSON-RPC 2.0 on standard input and output, a message a line. Nothing is written or sent, and",
      "the live container is not read. It ends with its standard input. The plan is the one that was",
      "built: after a change, build it and start the server again.",
    ],
    run: { invocation throws(CommandError) in try Mcp(invocation: invocation).run() })
}

/// One run of `mcp`.
struct Mcp {
  let invocation: Invocation

  func run() throws(CommandError) -> ExitStatus {
    let package = try invocation.packageFolder()
    let sources = package.flatMap { try? PackageSources(of: $0) }
    let server = ModelContextServer(name: invocation.tool) { command, typed in
      var result = invocation.call(command, typed)
      // The plan is the one that was built; whoever changes it has to know.
      if let package, let sources, let now = try? PackageSources(of: package),
        let changed = now.changes(since: sources).first
      {
        result.texts.append(
          "note: '\(changed)' has changed since the server was started: build the plan, and start it again\n"
        )
      }
      return result
    }
    do throws(FileError) {
      let (input, output) = try Process.takeStandardStreams()
      let reader = LineReader(descriptor: input, longestLine: ModelContextServer.greatestSize)
      while let line = try reader.next() {
        guard let answer = server.answer(to: line) else { continue }
        try FileSystem.write(answer.bytes(.compact) + [0x0A], to: output, named: "standard output")
      }
    } catch {
      // A client that went away is not a failure.
      guard error.code != EPIPE else { return .success }
      throw CommandError(error)
    }
    return .success
  }
}

extension Invocation {
  /// Runs a command for an assistant, and collects what it prints.
  fileprivate func call(_ command: Command, _ typed: [String]) -> ModelContextServer.Result {
    let output = CollectedText()
    let errors = CollectedText()
    let console = Console(output: output.append, errors: errors.append)
    var status = ExitStatus.failure
    do throws(CommandError) {
      let arguments = try ParsedArguments(
        typed, options: command.options, operands: command.operands)
      var invocation = with(arguments, console: console)
      invocation.isLast = false
      status = try command.run(invocation)
    } catch {
      console.report(error.text())
      status = error.status
    }
    return ModelContextServer.Result(
      status: status, texts: [output.text, errors.text].filter { !$0.isEmpty })
  }
}
