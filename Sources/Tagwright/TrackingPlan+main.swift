import Compiler
public import TagwrightPlan

extension TrackingPlan {
  /// Runs the command line over this plan; the process ends with the command's exit status.
  public static func main() {
    Process.prepare()
    EndlessPlan.watch()
    let output = StandardStream(StandardStream.outputDescriptor)
    let errors = StandardStream(StandardStream.errorDescriptor)
    let console = Console(
      output: output.write, errors: errors.write,
      style: Process.style(of: StandardStream.errorDescriptor),
      outputStyle: Process.style(of: StandardStream.outputDescriptor),
      isWatched: Process.isTerminal(StandardStream.errorDescriptor),
      isOutputTerminal: Process.isTerminal(StandardStream.outputDescriptor))
    let executable = CommandLine.arguments.first.map { $0.dropFirst($0.parentFolder.count) } ?? ""
    let tool = Tool(
      name: executable.isEmpty ? "tagwright" : String(executable),
      planName: String(describing: Self.self), variants: { Self.variants },
      environment: Process.environment, workingDirectory: FileSystem.workingDirectory,
      console: console)
    let status = tool.run(Array(CommandLine.arguments.dropFirst()))
    if let failure = output.failure {
      console.report(CommandError(failure).text(style: console.style))
      Process.end(.failure)
    }
    Process.end(status)
  }
}
