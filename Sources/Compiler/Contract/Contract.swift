import Diagnostics
import Simulator
package import TagManager

/// The contract between a browser's container and a server's: whether both mean the same events.
///
/// Both are played, and what they do is the judge; rules that read fields only say why.
package struct Contract: Sendable {
  /// The breaches of the contract, errors first, then by rule, side and name.
  package let findings: [ContractFinding]
  /// The events of the site that reach a destination from both sides and are counted once, each mapping by itself.
  package let agreedCount: Int
  /// The number of events from both sides that were counted once.
  package let mergeCount: Int
  /// The numbers of visits and of acts in them that were played; none if the pair cannot be played.
  package let visitCount: Int
  package let actCount: Int
  /// The events that the server maps.
  package let eventCount: Int
  /// The destinations that were found, by the names of their services.
  package let services: [String]
  /// Descriptions of what could not be played, a line each.
  package let gaps: [String]
  /// Remarks that are not findings, a line each.
  package let notes: [String]

  /// Plays two containers.
  package init(web: ContainerVersion, server: ContainerVersion) {
    self.init(ContractPair(web: web, server: server))
  }

  /// Plays a pair of containers.
  package init(_ pair: ContractPair) {
    let simulation: BrowserSimulation
    do throws(ContainerProgram.Refusal) {
      simulation = try pair.simulation
    } catch {
      (findings, gaps, notes, services) = ([], [error.message], [], [])
      (agreedCount, mergeCount, visitCount, actCount, eventCount) = (0, 0, 0, 0, 0)
      return
    }
    let web = ContractContainer(pair.web, simulation.web.container)
    let server = ContractContainer(pair.server, simulation.server.container)
    let judges = compiledDestinations.compactMap { destination -> ContractJudge? in
      let profile = destination.profile
      guard let vocabulary = ContractVocabulary(profile), let counting = EventCounting(profile)
      else {
        return nil
      }
      let sides = ContractSides(
        vocabulary: vocabulary, web: WebSide(web, vocabulary),
        server: ServerSide(server, vocabulary))
      let isAbout = !sides.server.tags.isEmpty || !sides.web.pixelTags.isEmpty
      return isAbout ? ContractJudge(counting, sides) : nil
    }
    services = judges.map(\.sides.vocabulary.service)
    eventCount = Set(judges.flatMap(\.sides.server.events)).count
    guard !judges.isEmpty else {
      (findings, gaps, notes) = ([], [], [])
      (agreedCount, mergeCount, visitCount, actCount) = (0, 0, 0, 0)
      return
    }
    let play = ContractPlay(pair, simulation, judges)
    var findings = pair.faults + ContractRule.serverAddress(of: pair, play.addresses)
    for judge in play.judges {
      findings += judge.observations.flatMap { ContractRule.findings(for: $0, judge.sides, pair) }
      if !pair.isPlanned {
        findings += ContractRule.all.filter(\.isAboutValues).flatMap { $0.findings(judge.sides) }
      }
    }
    var seen: Set<[String]> = []
    self.findings = findings.filter { seen.insert($0.key).inserted }
      .map { $0.placed(in: pair) }.sorted { $0.sortKey < $1.sortKey }
    agreedCount = play.judges.map(\.agreed.count).reduce(0, +)
    mergeCount = play.judges.map(\.mergeCount).reduce(0, +)
    visitCount = play.visitCount
    actCount = play.actCount
    let client = "the server container's client: it has none, and hits are read as GA4's reads them"
    gaps =
      (pair.server.clients.isEmpty ? [client] : []) + play.gaps + play.judges.flatMap(\.gaps)
    notes = play.judges.flatMap(\.notes)
  }
}

/// Both containers and the words of one destination.
struct ContractSides {
  let vocabulary: ContractVocabulary
  let web: WebSide
  let server: ServerSide
  /// The only event that is looked at; `nil` for all.
  var event: String?
  /// The only tags that are looked at, the trigger, and the destination's name for what they send; `nil` for all.
  var pixelTag: String?
  var serverTag: String?
  var trigger: String?
  var sentName: String?

  /// The tags that call the pixel for the event.
  var pixelTags: [WebSide.PixelTag] {
    let tags = event.map { web.pixelTags(for: $0) } ?? web.pixelTags
    return tags.filter { tag in
      if let pixelTag { return tag.tag.name == pixelTag }
      guard let sentName, let name = pixelName(of: tag) else { return true }
      return name == sentName
    }
  }

  /// The name by which a tag calls the pixel; `nil` where it is none that stands there.
  func pixelName(of tag: WebSide.PixelTag) -> String? {
    guard let text = tag.event, case .text(let name) = web.container.origin(of: text) else {
      return nil
    }
    return vocabulary.eventName(name)
  }

  /// The pixel that a tag's field names; `nil` where it is none that stands there.
  func pixel(of tag: String) -> String? {
    guard let text = web.pixelTags.first(where: { $0.tag.name == tag })?.pixel,
      case .text(let code) = web.container.origin(of: text)
    else { return nil }
    return code
  }

  private func serverTags(for event: String) -> [ServerSide.DestinationTag] {
    server.tags(for: event).filter { tag in
      if let serverTag { return tag.tag.name == serverTag }
      guard let sentName, let name = tag.sentName(of: event) else { return true }
      return name == sentName
    }
  }

  /// The events that the server maps, with the tags of both sides.
  var mapped: [MappedEvent] {
    server.events.filter { event == nil || $0 == event }.map { name in
      MappedEvent(
        name: name, ga4: web.ga4Tags(for: name),
        pixel: event == nil ? web.pixelTags(for: name) : pixelTags, server: serverTags(for: name))
    }
  }
}

/// An event that the server maps, with the tags of both sides.
struct MappedEvent {
  let name: String
  let ga4: [WebSide.GA4Tag]
  let pixel: [WebSide.PixelTag]
  let server: [ServerSide.DestinationTag]
}

extension ContractFinding {
  /// The same for what is to be said once, whichever events it is about.
  fileprivate var key: [String] { [rule, severity.rawValue, side.rawValue, kind, name, message] }

  fileprivate var sortKey: (Int, String, String, String, String) {
    (severity == .error ? 0 : 1, rule, side.rawValue, name, message)
  }
}
