import Compiler
import JSONText
import Simulator

extension FuzzKind {
  /// Hits, in the forms in which they come.
  static func hits(_ folder: String, _ site: SmallSite) -> [FuzzKind] {
    let server = simulation(site)
    let halves = try? BrowserAndServer(web: site.web, server: site.server)
    return [
      FuzzKind("hits", in: folder) { bytes in
        guard let entry = try? HitLine.entry(bytes) else { return }
        run(entry, server)
      },
      FuzzKind("logs", in: folder) { bytes in
        var columns = LogColumns.usual
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
          columns = LogColumns(header: Array(line)) ?? columns
          guard let entry = try? HitLine.entry(Array(line), columns: columns) else { continue }
          run(entry, server)
        }
      },
      FuzzKind("har", in: folder) { bytes in
        guard let json = try? JSON.read(bytes, .ofJavaScript()) else { return }
        for entry in HARFile.entries(json) {
          if let entry = try? entry.get() { run(entry, server) }
        }
      },
      FuzzKind("event-data", in: folder) { bytes in
        guard let json = try? JSON.read(bytes, .ofJavaScript()) else { return }
        _ = try? EventCase.answers(json)
        guard let hit = try? EventCase.hit(json) else { return }
        _ = try? server?.run(hit)
      },
      FuzzKind("pushes", in: folder) { bytes in
        guard let json = try? JSON.read(bytes, .ofJavaScript()),
          let visits = try? BrowserVisit.visits(json)
        else { return }
        _ = halves?.run(visits)
      },
    ]
  }

  private static func simulation(_ site: SmallSite) -> Simulation? {
    (try? ContainerProgram(site.server)).map { Simulation($0, endpoints: RequestForm.known) }
  }

  private static func run(_ entry: LogEntry, _ simulation: Simulation?) {
    guard case .hit(let hit, _) = entry else { return }
    _ = try? simulation?.run(hit)
  }
}
