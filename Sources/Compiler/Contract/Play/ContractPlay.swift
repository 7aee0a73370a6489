import Parallel
import SandboxedJS
import Simulator
import TagManager

/// A pair of containers, played: every visit of its trial, and what the judges of all destinations made of it.
struct ContractPlay {
  private(set) var judges: [ContractJudge]
  private(set) var visitCount = 0
  private(set) var actCount = 0
  /// Descriptions of what could not be played, a line each.
  private(set) var gaps: [String] = []
  /// The addresses that hits went to, each once.
  private(set) var addresses: [String] = []

  /// A day in which no two visits are at the same time.
  private static let distance = 600_000.0

  /// So many visits are made at a time, on all processors.
  private static let chunk = 64

  init(_ pair: ContractPair, _ simulation: BrowserSimulation, _ judges: [ContractJudge]) {
    self.judges = judges
    let trial = SiteTrial(
      simulation, host: Self.host(pair.serverURLs.first ?? simulation.serverAddress),
      cookies: judges.map { judge in
        let browserID = judge.sides.vocabulary.browserID
        return NamedText(browserID.cookie, browserID.example)
      })
    gaps = trial.gaps
    var unrun: Set<String> = []
    for start in stride(from: 0, to: trial.visits.count, by: Self.chunk) {
      let places = Array(start..<min(start + Self.chunk, trial.visits.count))
      let made = places.mapConcurrently { place in
        var visit = trial.visits[place].visit
        visit.time = Environment.defaultTime + Double(place) * Self.distance
        return PlayedAct.all(of: trial.visits[place], simulation.run(visit))
      }
      visitCount += made.count
      for played in made.joined() {
        actCount += 1
        for place in self.judges.indices { self.judges[place].take(played) }
        for page in played.pages {
          for hit in page.hits { note(hit.request) }
        }
        for tag in played.pageTags + played.serverTags.map(\.result) where tag.isUnrun {
          unrun.insert(tag.name)
        }
      }
    }
    for place in self.judges.indices { self.judges[place].finish(trial.obstacles) }
    let known = Set(
      judges.flatMap {
        $0.sides.web.pixelTags.map(\.tag.name) + $0.sides.server.tags.map(\.tag.name)
      }
    ).union(pair.web.tags.filter { $0.type == "html" }.map(\.name))
    gaps += unrun.intersection(known).sorted().map { "tag '\($0)': its code cannot be run here" }
  }

  private mutating func note(_ request: OutgoingRequest) {
    guard let url = WebURL(request.url) else { return }
    let address = "\(url.scheme)://\(url.hostname)"
    if !addresses.contains(address) { addresses.append(address) }
  }

  /// A page on the site that the server belongs to, so that its cookies reach it.
  private static func host(_ server: String?) -> String {
    let domain = PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: server ?? "")
    return "www.\(domain.isEmpty ? "example.com" : domain)"
  }
}
