import Foundation
import JSONText
import TagManager
import TagManagerStandIn
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

/// A package whose plans are pushed into simulated containers: a server's and a browser's.
final class PushSite {
  let tagManager: SimulatedTagManager
  let folder: TemporaryFolder
  var environment: [String: String]

  /// The value of the plan's secret.
  static let secret = "canary-4f7e90aa51"

  /// - Parameter change: what differs in both containers from new ones.
  init(_ change: (inout SimulatedAPI) -> Void = { _ in }) throws {
    var containers = [
      SimulatedAPI(publicID: "GTM-ABC1234", containerID: "7002", context: "server"),
      SimulatedAPI(publicID: "GTM-DEF5678", containerID: "7003", context: "web"),
    ]
    for index in containers.indices { change(&containers[index]) }
    let corpus = TestRun.corpus
    tagManager = try SimulatedTagManager(
      containers, discovery: corpus.flatMap(DiscoveryDocument.init(inFolder:)))
    folder = try TemporaryFolder()
    try folder.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    environment = [
      "GTM_ACCESS_TOKEN": SimulatedTagManager.token, "TAGWRIGHT_API_URL": tagManager.url,
      "GOOGLE_APPLICATION_CREDENTIALS": "", "GOOGLE_CLOUD_QUOTA_PROJECT": "",
      "TIKTOK_ACCESS_TOKEN": Self.secret, "TAGWRIGHT_API_QUOTA": "1000",
    ]
    // The repository's own plan has more secrets than that of the tests.
    for name in try Self.secretNames { environment[name] = Self.secret }
  }

  /// A plan for both sides.
  ///
  /// - Parameters:
  ///   - linker: the name of a tag that is all the same under any name; `nil` leaves it out.
  static func plan(
    pixelCode: String = "D6AP4E3C77U3L7SP8O7G", linker: String? = "Linker"
  ) -> Plan {
    let server = ServerContainer("Shop", publicID: "GTM-ABC1234") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      if let linker {
        RawTag(
          linker, type: "sgtmadscl", parameters: [.boolean("enableCookieOverrides", false)],
          firing: [.allEvents()])
      }
      TikTok(
        pixelCode: pixelCode, accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
        consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
      ) {
        Email(.eventData("user_data.email_address"))
        ClickID(.urlParameter("ttclid"), .cookie("ttclid"), .eventData("ttclid"))
      } events: {
        On("page_view", send: .pageview())
        On("generate_lead", send: .lead())
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

  /// The secrets of the repository's own plan.
  private static var secretNames: [String] {
    get throws {
      let file = URL(filePath: #filePath)
        .appending(path: "../../../../Output/server-container.json").standardizedFileURL
      let text = try String(contentsOf: file, encoding: .utf8)
      return text.matches(of: /"REPLACE_WITH_(?<name>[A-Z0-9_]+)"/).map { String($0.output.name) }
    }
  }

  var state: SimulatedTagManager.State { tagManager.state.value }
  var server: SimulatedAPI { state.containers[0] }
  var web: SimulatedAPI { state.containers[1] }
  var hasWritten: Bool { !state.writes.isEmpty }

  func change(_ body: (inout SimulatedTagManager.State) -> Void) {
    tagManager.state.change { body(&$0) }
  }

  /// Pushes inside the tests' own process.
  @discardableResult
  func push(
    _ plan: Plan = PushSite.plan(), _ options: String...,
    expecting status: Tagwright.ExitStatus = .success,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Outcome {
    change {
      $0.requests = []
      $0.count = 0
    }
    let outcome = run(
      ["push"] + options, plan: plan, environment: environment, workingDirectory: folder.path)
    #expect(
      outcome.status == status, "\(outcome.output)\(outcome.errors)",
      sourceLocation: sourceLocation)
    return outcome
  }

  /// Starts the built tool, which pushes the repository's own plan.
  func start(_ options: String...) throws -> Running {
    let running = try Running(
      try BuiltTool.path, ["push"] + options, in: folder, environment: environment)
    change {
      $0.requests = []
      $0.client = running.id
    }
    return running
  }

  /// Expects of both containers that a plan compares equal with them, without what is not the plan's.
  ///
  /// - Parameter plan: `nil` for the repository's own.
  func expectEqual(_ plan: Plan?, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for container in state.containers {
      let content =
        container.content(ofWorkspace: "Tagwright")
        ?? container.version(container.latest).map(container.json) ?? .null
      try folder.write(content.text(.container), to: "content.json")
      let arguments = ["diff", folder.at("content.json"), "--container", container.publicID]
      if let plan {
        let outcome = run(arguments, plan: plan)
        #expect(outcome.status == .success, "\(outcome.output)", sourceLocation: sourceLocation)
      } else {
        let result = try BuiltTool.run(arguments, in: folder)
        #expect(result.status == 0, "\(result.output)", sourceLocation: sourceLocation)
      }
      for kind in SimulatedEntities.kinds where kind != "builtInVariable" {
        let names = (content[kind]?.array ?? []).map { $0["name"]?.string ?? "" }
        #expect(names.count == Set(names).count, "twice", sourceLocation: sourceLocation)
      }
    }
    #expect(state.violations == [], sourceLocation: sourceLocation)
  }

  static func entity(_ json: JSON) -> JSONObject { json.object ?? JSONObject() }

  /// Expects the entities of `addForeign` in every container, as they were.
  func expectForeignUntouched(sourceLocation: SourceLocation = #_sourceLocation) {
    var foreign = SimulatedEntities()
    foreign.addForeign()
    for container in state.containers {
      let entities =
        container.workspaces.first { $0.name == "Tagwright" }?.entities
        ?? container.version(container.latest)?.entities
      for kind in ["tag", "trigger", "variable"] {
        #expect(
          entities?.entity("2", kind) == foreign.entity("2", kind),
          sourceLocation: sourceLocation)
      }
    }
  }

  /// Everything that the package's folder holds.
  func texts() throws -> String {
    try folder.content().filter { $0.key != "content.json" }.values
      .map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "" }.joined(separator: "\n")
  }
}

extension SimulatedAPI {
  /// The entities of the workspace that pushes write into.
  var pushed: SimulatedEntities? { workspaces.first { $0.name == "Tagwright" }?.entities }

  /// The value of a constant of that workspace.
  func pushedValue(_ name: String) -> String? {
    pushed("variable", name)?["parameter"]?.array?.first?["value"]?.string
  }

  /// An entity of that workspace, by its name.
  func pushed(_ kind: String, _ name: String) -> JSONObject? {
    pushed?[kind].first { $0["name"] == .string(name) }
  }
}
