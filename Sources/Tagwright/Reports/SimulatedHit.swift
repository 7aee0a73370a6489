import Diagnostics
import JSONText
import SandboxedJS
import Simulator

/// What came of a hit, and how that is printed; hits know nothing of each other.
struct SimulatedHit: Sendable {
  enum Outcome: Sendable {
    /// A line without a hit.
    case blank
    case damaged(HitError)
    /// No client claimed the request, which is said in words.
    case unclaimed(HitResult, request: String)
    case claimed(HitResult)
  }

  let number: Int
  let outcome: Outcome
  /// The events as they are printed, a text for each; none where they are not printed one by one.
  let texts: [String]

  /// Reads a hit and runs it through a container.
  init(
    _ hit: NumberedHit, _ simulation: Simulation, _ format: SimulationFormat, _ style: SeverityStyle
  ) {
    number = hit.number
    do throws(HitError) {
      guard let hit = try hit.read() else {
        (outcome, texts) = (.blank, [])
        return
      }
      let result = try simulation.run(hit)
      if result.clientName != nil {
        outcome = .claimed(result)
      } else if hit.isIncidental {
        outcome = .blank
      } else {
        outcome = .unclaimed(result, request: "\(hit.request.method) \(hit.request.path)")
      }
      texts = result.events.compactMap { event in
        switch format {
        case .text: event.text(style)
        case .json: event.json.text(.compact)
        case .html, .summary: nil
        }
      }
    } catch {
      (outcome, texts) = (.damaged(error), [])
    }
  }
}
