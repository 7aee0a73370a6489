package import Simulator
import TagwrightPlan

/// Every destination that can be compiled, in the order in which their rules are listed.
let compiledDestinations: [any CompiledDestination.Type] = [TikTok.self]

extension Endpoint {
  /// Those of every destination.
  package static var known: [Endpoint] { compiledDestinations.map { $0.endpoint } }
}
