import JSONText
import Tagwright

extension FuzzKind {
  /// JSON as such, and what the command line reads of people.
  static func texts(_ folder: String) -> [FuzzKind] {
    [
      FuzzKind("json", in: folder) { bytes in
        _ = try? JSON.read(bytes, .ofJavaScript())
        guard let value = try? JSON.read(bytes) else { return }
        for style in [JSONStyle.container, .template, .compact] {
          let printed = value.bytes(style)
          if (try? JSON.read(printed)) != value { FuzzWatch.fail("is another value when printed") }
        }
      },
      FuzzKind("environment-file", in: folder) { bytes in
        _ = try? EnvironmentFile(reading: bytes, file: ".env")
      },
      FuzzKind("event-names", in: folder) { bytes in
        _ = try? EventNames(reading: bytes, file: "events.csv")
      },
      FuzzKind("manifest", in: folder) { bytes in
        guard let manifest = try? Manifest(reading: bytes, file: ".tagwright") else { return }
        if !manifest.paths.allSatisfy(Manifest.isSafe) { FuzzWatch.fail("leads out of the folder") }
      },
      FuzzKind("arguments", in: folder) { bytes in
        let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        let commands = Command.all.map { command in
          Command(
            command.name, summary: command.summary, discussion: command.discussion,
            options: command.options, operands: command.operands
          ) { (_) throws(CommandError) in .success }
        }
        let console = Console(output: { _ in }, errors: { _ in })
        let tool = Tool(
          name: "tagwright", planName: "Site", variants: { [] }, commands: commands,
          environment: { _ in nil }, workingDirectory: "/", console: console)
        _ = tool.run(words)
      },
      FuzzKind("assistant-messages", in: folder) { bytes in
        let server = ModelContextServer(name: "tagwright") { _, _ in
          ModelContextServer.Result(status: .success, texts: [])
        }
        _ = server.answer(to: bytes)?.bytes(.compact)
      },
    ]
  }
}
