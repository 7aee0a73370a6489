import Diagnostics
import JSONText
import SandboxedJS
import Simulator

/// The result of a hit, and the way it is printed; hits know nothing of each other.
struct SimulatedHit: Sendable {
  enum Outcome: Sendable {
    /// A line without a hit.
    case blank
    case damaged(HitError)
    /// An entry that never reaches a tag, and the format that it stands in.
    case setApart(LogRemainder, format: String)
    /// No client claimed the request, which is said in words.
    case unclaimed(HitResult, request: String)
    case claimed(HitResult, format: String, hasUnknownCookies: Bool)
  }

  /// The place of the hit, such as `hit 7`.
  let origin: String
  let outcome: Outcome
  /// The events as they are printed, a text for each; none where they are not printed one by one.
  let texts: [String]
  /// The remarks on each event.
  private(set) var remarks: [EventRemarks] = []

  /// Reads a hit and runs it through a container.
  init(
    _ hit: NumberedHit, _ simulation: Simulation, _ names: NearNames, _ format: SimulationFormat,
    _ style: SeverityStyle
  ) {
    origin = hit.origin
    do throws(HitError) {
      let read: (hit: IncomingHit, format: String)
      switch try hit.read() {
      case nil:
        (outcome, texts) = (.blank, [])
        return
      case .sent(_, let format)?:
        (outcome, texts) = (.setApart(.sent, format: format), [])
        return
      case .setApart(let remainder, let format)?:
        (outcome, texts) = (.setApart(remainder, format: format), [])
        return
      case .hit(let hit, let format)?: read = (hit, format)
      }
      let result = try simulation.run(read.hit)
      if result.clientName != nil {
        outcome = .claimed(
          result, format: read.format, hasUnknownCookies: read.hit.hasUnknownCookies)
      } else if read.hit.isIncidental {
        outcome = .setApart(.other, format: read.format)
      } else {
        let request = read.hit.request
        outcome = .unclaimed(result, request: "\(request.method) \(request.path)")
      }
      remarks = result.events.map { EventRemarks($0, names, simulation.endpoints) }
      texts = zip(result.events, remarks).compactMap { event, remarks in
        switch format {
        case .text: event.text(style, remarks, showsSettings: simulation.recordsVariables)
        case .json: event.json(with: remarks).text(.compact)
        case .html, .summary: nil
        }
      }
    } catch {
      (outcome, texts) = (.damaged(error), [])
    }
  }
}
