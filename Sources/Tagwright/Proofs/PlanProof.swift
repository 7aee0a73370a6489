import Compiler
import Diagnostics
import JSONText
import Simulator
import TagManager
import TagwrightPlan

/// The proofs over the containers of a plan: each by itself, and the plan in every layout and source style.
struct PlanProof {
  private let variant: PlanVariant
  private let planName: String

  /// Takes the plan for the environment that was picked, or for its first.
  ///
  /// - Throws: where there is no such environment, or no plan.
  init(_ invocation: Invocation) throws(CommandError) {
    let variants = invocation.variants()
    let picked = try invocation.pickedEnvironment(among: variants)
    guard let variant = variants.first(where: { picked == nil || $0.environment == picked }) else {
      throw CommandError("there is no plan")
    }
    self.variant = variant
    planName = invocation.planName
    let compilation = compilation(of: variant.plan)
    guard invocation.report(compilation.diagnostics.filter { $0.severity == .error }) else {
      throw CommandError("the plan has errors")
    }
    if compilation.containers.isEmpty {
      throw CommandError("the plan has no server container")
    }
  }

  private func compilation(of plan: Plan, makesFiles: Bool = false) -> Compilation {
    Compilation(
      [PlanVariant(environment: variant.environment, plan: plan, isTest: variant.isTest)],
      name: planName, makesFiles: makesFiles, readFile: Invocation.readFile)
  }

  /// Tries everything out; hosts answer as they do on success, unless other answers are given.
  ///
  /// - Throws: where a container cannot be run.
  func report(answers: [SuppliedAnswer]) throws(CommandError) -> ProofReport {
    var proofs: [ContainerProof] = []
    let compilation = compilation(of: variant.plan, makesFiles: true)
    for container in compilation.containers {
      let simulation = try simulation(of: container, answers)
      do throws(HitError) {
        proofs.append(try ContainerProof(simulation, policies: container.policies))
      } catch {
        throw CommandError(error.message)
      }
    }
    let pages = try pages(of: compilation)
    let (arranged, obstacles) = try arrangements(answers)
    do throws(HitError) {
      return ProofReport(
        proofs, pages: pages, arrangements: try ArrangementProof(arranged), obstacles: obstacles)
    } catch {
      throw CommandError(error.message)
    }
  }

  /// Returns a proof of what leaves the pages of each web container.
  private func pages(of compilation: Compilation) throws(CommandError) -> [BrowserProof] {
    var proofs: [BrowserProof] = []
    for web in compilation.webContainers {
      let server = compilation.containers.first { $0.publicID == web.serverPublicID }
      guard let server else { continue }
      let both: BrowserAndServer
      do throws(ContainerProgram.Refusal) {
        both = try BrowserAndServer(web: web.version, server: server.version)
      } catch {
        throw CommandError("\(web.path): \(error.message)")
      }
      proofs.append(BrowserProof(both.simulation, policies: server.policies))
    }
    return proofs
  }

  private func simulation(
    of container: CompiledServerContainer, _ answers: [SuppliedAnswer]
  ) throws(CommandError) -> Simulation {
    do throws(ContainerProgram.Refusal) {
      return Simulation(
        try ContainerProgram(container.version), endpoints: RequestForm.known, answers: answers)
    } catch {
      throw CommandError(error.message)
    }
  }

  private static let layouts: [(name: String, layout: Layout, sources: SourceStyle)] = [
    ("a tag per event with visible sources", .tagPerEvent, .visible),
    ("a tag per event with inline sources", .tagPerEvent, .inline),
    ("a tag per event of one template", .tagPerEvent(template: .shared), .visible),
    ("a lookup table with visible sources", .lookupTable, .visible),
    ("a lookup table with inline sources", .lookupTable, .inline),
  ]

  /// The plan's containers in every layout, and the layouts that it cannot have.
  private func arrangements(
    _ answers: [SuppliedAnswer]
  ) throws(CommandError) -> (containers: [[ArrangementProof.Arrangement]], obstacles: [String]) {
    var containers: [[ArrangementProof.Arrangement]] = []
    var obstacles: [String] = []
    for (name, layout, sources) in Self.layouts {
      let compilation = compilation(of: variant.plan.arranged(layout, sources))
      if let error = compilation.diagnostics.first(where: { $0.severity == .error }) {
        obstacles.append("the plan cannot be laid out as \(name): \(error.message)")
        continue
      }
      for (place, container) in compilation.containers.enumerated() {
        if containers.count <= place { containers.append([]) }
        containers[place].append(
          ArrangementProof.Arrangement(name: name, try simulation(of: container, answers)))
      }
    }
    return (containers, obstacles)
  }
}
