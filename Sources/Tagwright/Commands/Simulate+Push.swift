import Compiler
import CustomTemplate
import Diagnostics
import Simulator
import TagManager

extension Simulate {
  /// Runs pushes through the web container, and its hits through the server's.
  func runPushes(_ path: String) throws(CommandError) -> ExitStatus {
    if [Self.hit, Self.hits, Self.event].contains(where: invocation.arguments.has) {
      throw CommandError("'--push' makes its own hits")
    }
    let json = try HitSource.json(path)
    let (web, server) = try containers()
    let halves = BrowserAndServer(
      web: try simulation(of: web, for: .web), server: try simulation(of: server, for: .server))
    for (name, simulation) in [
      ("web", halves.simulation.web), ("server", halves.simulation.server),
    ] {
      for note in simulation.container.notes {
        invocation.console.report("note: \(name) container: \(note)".withVisibleControls)
      }
    }
    let visits: [BrowserVisit]
    do throws(HitError) {
      visits = try BrowserVisit.visits(json)
    } catch {
      throw CommandError("\(path): \(error)")
    }
    for note in visits.flatMap(\.notes) {
      invocation.console.report("note: \(note)".withVisibleControls)
    }
    let report = PushReport(
      events: halves.run(visits), halves: halves,
      title: invocation.arguments.has(Self.web)
        ? halves.simulation.web.container.publicID : invocation.planName)
    for note in report.misspellings {
      invocation.console.report("note: \(note)".withVisibleControls)
    }
    report.print(invocation.format(), to: invocation.console)
    return report.isClean ? .success : .finding
  }

  /// Both containers: those of files, or a pair of the plan.
  private func containers() throws(CommandError) -> (
    web: ContainerVersion, server: ContainerVersion
  ) {
    let arguments = invocation.arguments
    switch (arguments[Self.web], arguments[Self.container]) {
    case (let web?, let server?):
      return (try ContainerVersion(file: web), try ContainerVersion(file: server))
    case (nil, nil):
      let compilation = try invocation.compileForRuns()
      guard let web = compilation.webContainers.first(where: { $0.serverPublicID != nil }),
        let server = compilation.containers.first(where: { $0.publicID == web.serverPublicID })
      else {
        throw CommandError(
          "the plan '\(invocation.planName)' declares no web container",
          notes: ["add a 'WebContainer', or name the files with '--web' and '--container'"])
      }
      return (web.version, server.version)
    default:
      throw CommandError("'--push' needs both '--web' and '--container', or none of them")
    }
  }
}
