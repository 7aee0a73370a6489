import Foundation
import Tagwright
import TestSupport
import Testing

/// Every command of the documentation is run as it stands there, with files of these names, or says here why not.
@Suite struct DocumentedCommandTests {
  private enum Trial {
    /// Its words with these in the place of names in capitals; the exit status is not 2.
    case run([String: String] = [:])
    /// Why it is not run here.
    case left(String)
  }

  private static let needsAccount: Trial = .left(
    "reaches the live container: PushCommandTests and LiveDiffTests run it on a stand-in")
  private static let sends: Trial = .left("sends: SendCommandTests runs it to a stand-in")
  private static let export = ["FILE": "live.json", "PATH…": "Output/templates"]

  private static let trials: [String: Trial] = [
    "generate": .run(), "generate --check": .run(), "generate --strict": .run(),
    "generate --into DIR": .run(["DIR": "made"]),
    "generate --with-secrets --into DIR": .run(["DIR": "../filled"]),
    "generate --watch": .left("ends by Ctrl-C: GenerateWatchTests runs it"),
    "lint": .run(), "lint FILE": .run(export),
    "lint --environment NAME": .left("this plan has no environments: EnvironmentTests run it"),
    "checklist": .run(), "explain": .run(), "explain RULE": .run(["RULE": "token-literal"]),
    "explain form-submit-as-lead": .run(), "explain tag-paused": .run(), "explain reddit": .run(),
    "diff": needsAccount, "diff FILE": .run(export), "diff FILE FILE": .run(export),
    "diff live.json": .run(),
    "push": needsAccount, "push --version": needsAccount, "push --publish": needsAccount,
    "push --out FILE": needsAccount, "push --plan FILE": needsAccount,
    "push --undo": needsAccount, "push --out push.json": needsAccount,
    "push --plan push.json --yes": needsAccount,
    "test": .run(), "test PATH…": .run(export),
    "simulate --hit URL": .run(["URL": "/g/collect?v=2&tid=G-ABC1234567&en=page_view"]),
    "simulate --push FILE": .run(["FILE": "push.json"]), "simulate --push push.json": .run(),
    "simulate --prove": .run(), "simulate --hits hits.log --format summary": .run(),
    "replay --hits FILE…": needsAccount,
    "replay --hits FILE… --sent LOG": .run(["FILE…": "january.log", "LOG": "tags.log"]),
    "replay --spark DIR": needsAccount,
    "replay --from live.json --spark job": .run(),
    "replay --merge FILE…": .run(["FILE…": "part-1.json"]),
    "replay --hits january.log --from live.json": .run(),
    "replay --hits january.log --sent tags.log": .run(),
    "replay --hits part-1.log --from live.json --partial part-1.json": .run(),
    "replay --hits part-2.log --from live.json --partial part-2.json": .run(),
    "replay --merge part-1.json part-2.json": .run(),
    "permissions FILE": .run(["FILE": "Output/templates/tiktok-purchase.tpl"]),
    "contract": .run(),
    "contract WEB SERVER": .run([
      "WEB": "Output/web-container.json", "SERVER": "Output/server-container.json",
    ]),
    "send": sends, "send --test-event-code CODE": sends,
    "send --to tiktok --test-event-code TEST12345": sends, "send --to pinterest": sends,
    "send --to tiktok --test-event-code TEST12345 \"A purchase with two products\"": sends,
    "hook install": .run(), "hook status": .run(), "hook run": .run(), "hook uninstall": .run(),
    "init DIR": .run(["DIR": "../new"]), "init ../my-shop": .run(),
    "init my-shop --from-container GTM-ABC1234_workspace3.json": .left(
      "the file is the reader's own: InitFromContainerTests run it on exports"),
    "init my-shop --from-container GTM-ABC1234_workspace3.json --from-container GTM-DEF5678_workspace2.json":
      .left("the files are the reader's own: InitFromContainerTests run it on both halves"),
    "init . --into --from-container GTM-ABC1234_workspace3.json": .left(
      "it needs a package of its own: InitIntoTests run it"),
    "mcp": .left("waits for messages: McpCommandTests runs it"),
    "completion bash\\|zsh\\|fish": .run(["bash\\|zsh\\|fish": "zsh"]),
    "help": .run(), "help COMMAND": .run(["COMMAND": "generate"]),
    "COMMAND --help": .run(["COMMAND": "generate"]),
  ]

  @Test func everyDocumentedCommandIsTriedOrSaysWhyNot() throws {
    for page in try Documentation.all() {
      for command in page.commands {
        #expect(Self.trials[Self.plain(command)] != nil, "\(page.name): \(command)")
      }
    }
  }

  /// A command without what a shell does with its output, and without a comment.
  private static func plain(_ command: String) -> String {
    command.replacing(#/ (?:>|\|\||&&|\#).*/#, with: "").trimmingCharacters(in: .whitespaces)
  }

  @Test(
    .enabled(
      if: TestRun.isThorough,
      "set TAGWRIGHT_THOROUGH to run this"))
  func theyRun() throws {
    let repository = try HookedRepository()
    try repository.placeBuiltTool()
    for name in ShopSecrets.names { repository.environment[name] = "token" }
    let tool = repository.at(".build/debug/tagwright")
    _ = try repository.run(tool, ["generate"], in: "top")
    try FileManager.default.copyItem(
      atPath: repository.at("Output/server-container.json"), toPath: repository.at("live.json"))
    let hit = "https://sgtm.example.com/g/collect?v=2&tid=G-ABC1234567&cid=1.2&en=page_view\n"
    for name in ["hits.log", "january.log", "part-1.log"] { try repository.write(hit, to: name) }
    try repository.write(hit.replacing("page_view", with: "search"), to: "part-2.log")
    try repository.write(#"{"event":"search","search_term":"boots"}"#, to: "push.json")
    try repository.write(
      #"{"Name":"TikTok","Type":"Request","TraceId":"1","EventName":"Search","RequestMethod":"POST","RequestUrl":"https://business-api.tiktok.com/open_api/v1.3/event/track/","RequestBody":{"event":"Search"}}"#
        + "\n", to: "tags.log")
    // Parts are written before they are added up.
    for (command, trial) in Self.trials.sorted(by: { Self.order($0.key) < Self.order($1.key) }) {
      guard case .run(let names) = trial else { continue }
      let words = names.sorted { $0.key.count > $1.key.count }.reduce(
        command.split(separator: " ").map(String.init)
      ) { words, name in words.map { $0 == name.key ? name.value : $0 } }
      let result = try repository.run(tool, words, in: "top")
      #expect(result.status < 2 && !result.wasKilled, "\(command): \(result.errors)")
    }
  }

  private static func order(_ command: String) -> String {
    "\(command.contains("--merge") || command.contains("uninstall") ? 1 : 0) \(command)"
  }
}
