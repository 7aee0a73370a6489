/// The upper limits of a hit; browsers stay far below them.
package enum HitLimits {
  /// Bytes of a request's query and body together.
  ///
  /// A browser's own batches have 16 kB; a tagging server in front of which a load balancer stands takes 32 kB of headers.
  package static let bytes = 256 * 1024
  /// Parameters of one event.
  package static let parameters = 2_000
  /// Items of one event: Google Analytics takes `pr1` to `pr200`.
  package static let items = 200
  /// Events of one request.
  package static let events = 200
  /// Dots in the name of a nested parameter; more are part of the name.
  package static let nesting = 16
}
