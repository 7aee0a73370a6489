import Compiler
import ContainerCheck
import ContainerDiff
import SandboxedJS
import Simulator
import TagManager

extension FuzzKind {
  /// Exports of containers, and saved answers.
  static func containers(_ folder: String, _ site: SmallSite) -> [FuzzKind] {
    let server = site.file("server-container.json")
    let web = site.file("web-container.json")
    // Every event is played under every consent: fewer of them leave time for more inputs.
    let small = SmallSite(hasSales: false)
    return [
      FuzzKind("containers", in: folder, made: [server, web]) { bytes in
        guard let file = try? ContainerFile(bytes, name: "a.json"), let version = try? file.read()
        else { return }
        _ = version.faults()
        let options = DiffOptions(
          oldLabel: "a", newLabel: "b", newIsPlan: false, isExact: true,
          placeholderPrefix: "REPLACE_WITH_")
        guard let other = try? ContainerFile(server, name: "b.json") else { return }
        if let diff = try? ContainerDiff(from: file, to: other, options: options) {
          _ = (diff.text(), diff.json, diff.markdown, diff.annotations)
        }
      },
      FuzzKind("simulated-containers", in: folder, made: [server]) { bytes in
        guard let version = try? ContainerFile(bytes, name: "a.json").read(),
          let container = try? ContainerProgram(version)
        else { return }
        let limits = RunLimits(steps: 50_000, callDepth: 500, memory: 32 << 20)
        let simulation = Simulation(container, endpoints: RequestForm.known, limits: limits)
        let address =
          "/g/collect?v=2&tid=G-ABC1234567&en=purchase&epn.value=9.5&ep.currency=EUR&cu=EUR"
        guard let hit = try? IncomingHit(url: address) else { return }
        _ = try? simulation.run(hit)
      },
      FuzzKind("contracts", in: folder, made: [small.file("web-container.json")]) { bytes in
        guard let version = try? ContainerFile(bytes, name: "a.json").read() else { return }
        _ = Contract(web: version, server: small.server)
      },
    ]
  }
}
