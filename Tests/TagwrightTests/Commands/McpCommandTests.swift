import Compiler
import Foundation
import JSONText
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// `tagwright mcp` as a process, and a client that talks to it through pipes.
@Suite struct McpCommandTests {
  /// How each tool is called, a part of its text, and its exit status.
  private static let calls: [(tool: String, arguments: JSON, text: String, status: Int)] = [
    ("explain", ["rule": "missing-match-key"], "missing-match-key", 0),
    ("explain", ["rule": "no-such-rule"], "there is no rule 'no-such-rule'", 2),
    ("lint", ["file": "server-container.json", "format": "json"], "\"diagnostics\"", 0),
    ("lint", ["file": "there-is-none.json"], "cannot read", 2),
    ("simulate", ["hit": "/g/collect?v=2&en=page_view&tid=G-ABC1234567"], "TikTok", 0),
    (
      "simulate", ["container": "server-container.json", "hits": "/dev/stdin"],
      "0 hits, 0 events, 0 requests", 0
    ),
    ("simulate", ["format": "wrong"], "cannot be 'wrong'", 2),
    ("diff", ["files": ["web-container.json", "web-container.json"]], "0 to change", 0),
    ("diff", ["files": ["web-container.json", "changed.json"]], "1 to change", 1),
    ("diff", ["files": ["web-container.json", "server-container.json"]], "same kind", 2),
    ("contract", ["files": ["web-container.json", "server-container.json"]], "agree", 0),
    ("contract", ["files": ["web-container.json"]], "needs both containers", 2),
    ("test", ["paths": ["templates"], "format": "json"], "passed", 0),
    ("test", ["paths": ["there-is-none.tpl"]], "there-is-none.tpl", 2),
  ]

  private static var plan: Plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      TikTok(
        pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        BrowserID(.cookie("_ttp"), .eventData("ttp"))
      } events: {
        On("search", send: .search(query: .eventData("search_term")))
      }
    }
    return Plan(
      serverContainers: [server],
      webContainers: [
        WebContainer(
          "Shop", publicID: "GTM-DEF5678", sendingTo: server, at: "https://sgtm.example.com",
          pixel: Pixel(.generated))
      ])
  }

  /// Both containers and their templates.
  private static func compiled() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    for file in Compilation(plan, name: "Shop").files {
      try folder.write(String(decoding: file.bytes, as: UTF8.self), to: file.path)
    }
    let web = try String(contentsOfFile: folder.at("web-container.json"), encoding: .utf8)
    try folder.write(
      web.replacing("https://sgtm.example.com", with: "https://other.example.com"),
      to: "changed.json")
    return folder
  }

  @Test func aClientListsAndCallsEveryToolAndIsGivenNoSecret() throws {
    let folder = try Self.compiled()
    let before = try folder.content()
    let secret = "canary-7c19d2e40b"
    let client = try ModelContextClient(in: folder, environment: ShopSecrets.all(secret))
    let introduction = try client.result(
      "initialize",
      [
        "protocolVersion": "2025-06-18", "capabilities": .object(JSONObject()),
        "clientInfo": ["name": "test", "version": "1"],
      ])
    #expect(introduction["protocolVersion"] == "2025-06-18")
    #expect(introduction["serverInfo"]?["version"] == .string(Tool.version))
    try client.send(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
    let tools = try #require(try client.result("tools/list")["tools"]?.array)
    #expect(
      tools.map { $0["name"] } == ["explain", "lint", "simulate", "diff", "contract", "test"])
    for tool in tools { #expect(Self.calls.contains { .string($0.tool) == tool["name"] }) }
    for (tool, arguments, text, status) in Self.calls {
      let answer = try client.call(tool, arguments)
      #expect(answer.status == status, "\(tool) \(arguments): \(answer.text.prefix(500))")
      #expect(answer.text.contains(text), "\(tool) \(arguments): \(answer.text.prefix(500))")
      #expect(answer.isError == (status == 2))
      #expect(!answer.text.contains(secret), "\(tool) \(arguments)")
    }
    #expect(try client.end() == 0)
    #expect(try folder.content() == before)
  }

  @Test func messagesThatAreTooLongOrDamagedAreRefusedAndTheNextOnesAnswered() throws {
    let client = try ModelContextClient(in: try TemporaryFolder())
    let refused: [(Data, Int)] = [
      (Data("{".utf8), -32700),
      (Data([0x22, 0xFF, 0x22]), -32700),
      (Data(repeating: UInt8(ascii: "["), count: 1 << 16), -32700),
      (Data(repeating: UInt8(ascii: " "), count: 5 << 20) + Data("{}".utf8), -32600),
      (Data(repeating: UInt8(ascii: "1"), count: 5 << 20), -32600),
    ]
    for (line, code) in refused {
      try client.send(line)
      let answer = try client.next()
      #expect(answer["error"]?["code"]?.number?.integer == code)
      #expect(answer["id"] == .null)
      #expect(try client.result("ping") == .object(JSONObject()))
    }
    #expect(try client.end() == 0)
  }

  @Test func aClientThatGoesAwayEndsTheServer() throws {
    let folder = try TemporaryFolder()
    let result = try BuiltTool.shell(
      #"yes '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' | head -1000 | "$0" mcp | head -1"#,
      in: folder)
    #expect(result.output.split(separator: "\n").count == 1 && result.errors.isEmpty)
  }
}
