import SandboxedJS

/// The context that all events of a hit have in common.
struct HitContext: Sendable {
  let request: IncomingRequest
  var clientName: String
  let information: ContainerInformation
  let time: Double
  let seed: UInt64
  let answer: @Sendable (OutgoingRequest) -> HTTPAnswer

  /// The world as a template's code sees it.
  func environment(eventData: EventData) -> Environment {
    let time = time
    return Environment(
      request: request, container: information, clientName: clientName,
      time: time, randomSeed: seed, answer: answer,
      readEvents: { request, version in
        version == 2 ? try? EventDataReading(time: time).events(of: request) : nil
      }
    ).with(eventData)
  }
}
