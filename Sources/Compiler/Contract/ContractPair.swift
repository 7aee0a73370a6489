import ContainerCheck
import CustomTemplate
import Diagnostics
import Simulator
package import TagManager
import TagwrightPlan

/// A web container and the server container that its hits are for.
package struct ContractPair: Sendable {
  package let web: ContainerVersion
  package let server: ContainerVersion
  /// The files of both, as people know them.
  package let webFile: String
  package let serverFile: String
  /// The environment of the plan that they are for, where it has several.
  package let environment: String?
  /// The names of the plan's destinations; empty for files.
  package let destinations: [String]
  /// The addresses at which the server container runs; empty where nobody says.
  let serverURLs: [String]
  /// Whether a plan made both: what the plan decides by itself is no matter of the contract then.
  let isPlanned: Bool
  private var webPlaces: [EntityKey: SourcePlace] = [:]
  private var serverPlaces: [EntityKey: SourcePlace] = [:]
  private var eventPlaces: [String: SourcePlace] = [:]

  /// A pair of files.
  package init(
    web: ContainerVersion, server: ContainerVersion, webFile: String = "web container",
    serverFile: String = "server container"
  ) {
    self.web = web
    self.server = server
    self.webFile = webFile
    self.serverFile = serverFile
    environment = nil
    destinations = []
    serverURLs = server.container?.taggingServerURLs ?? []
    isPlanned = false
  }

  /// A pair that a plan leads to.
  fileprivate init(
    web: LoweredWebContainer, server: LoweredContainer, webFile: String, serverFile: String,
    environment: String?
  ) {
    self.web = web.export.version
    self.server = server.export.version
    self.webFile = webFile
    self.serverFile = serverFile
    self.environment = environment
    destinations = web.resolved.destinations.map(\.destination.name)
    serverURLs = [web.resolved.declaration.serverURL]
    isPlanned = true
    webPlaces = web.container.places
    serverPlaces = server.places
    for event in web.resolved.events where eventPlaces[event.name] == nil {
      eventPlaces[event.name] = event.place
    }
  }

  /// The line of the plan that an entity comes from: its own where that is an event's, else that of the event.
  func place(_ side: ContractFinding.Side, _ kind: String, _ name: String, of event: String?)
    -> SourcePlace?
  {
    let key = EntityKey.Kind(rawValue: kind).map { EntityKey(kind: $0, name: name) }
    let own = key.flatMap { (side == .web ? webPlaces : serverPlaces)[$0] }
    if let own, webPlaces.contains(where: { $0.key.kind == .tag && $0.value == own }) { return own }
    return event.flatMap { eventPlaces[$0] } ?? own
  }

  /// Both, to be played: only what they do counts, not why.
  var simulation: BrowserSimulation {
    get throws(ContainerProgram.Refusal) {
      var web = Simulation(try ContainerProgram(web, for: .web))
      var server = Simulation(try ContainerProgram(server), endpoints: RequestForm.known)
      (web.explainsRefusals, server.explainsRefusals) = (false, false)
      (web.asksEveryTrigger, server.asksEveryTrigger) = (true, true)
      return BrowserAndServer(web: web, server: server).simulation
    }
  }

  /// The faults for which Tag Manager would refuse either container; compiling has reported those
  /// of a plan's own.
  var faults: [ContractFinding] {
    guard !isPlanned else { return [] }
    func findings(_ version: ContainerVersion, _ side: ContractFinding.Side) -> [ContractFinding] {
      version.faults(on: side == .web ? .web : .server, readsTemplates: false)
        .filter { $0.severity == .error }.grouped.map { fault, sentence in
          // The subject is shown before the message.
          let subject = "\(fault.kind.word) '\(fault.name)' "
          return ContractFinding(
            rule: fault.rule, severity: .error, side: side, kind: fault.kind.word,
            name: fault.name,
            message: sentence.hasPrefix(subject)
              ? String(sentence.dropFirst(subject.count)) : sentence, fix: fault.mend)
        }
    }
    return findings(web, .web) + findings(server, .server)
  }

  /// The pairs of a plan.
  static func all(of lowered: LoweredPlan, _ plan: ResolvedPlan) -> [ContractPair] {
    lowered.containers.flatMap { server in
      let folder = folder(of: server.draft, in: lowered, plan)
      let webs = lowered.webContainers.filter {
        $0.resolved.server?.declaration.publicID == server.draft.publicID
      }
      return webs.map { web in
        let inner = webs.count > 1 ? "\(web.draft.publicID)/" : ""
        return ContractPair(
          web: web, server: server, webFile: "Output/\(folder)\(inner)web-container.json",
          serverFile: "Output/\(folder)server-container.json",
          environment: plan.environment?.name)
      }
    }
  }
}
