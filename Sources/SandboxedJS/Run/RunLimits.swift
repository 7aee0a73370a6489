/// The limits on what a run may use before it is ended.
package struct RunLimits: Hashable, Sendable {
  /// Turns of loops, calls, and comparable work inside methods and APIs.
  package var steps: Int
  /// Calls inside calls.
  package var callDepth: Int
  /// Bytes for strings, arrays and objects over the whole run.
  package var memory: Int
  /// Seconds by the clock; `nil` for any time, so that runs are repeatable.
  package var seconds: Double?

  /// Sets limits; the defaults are far above what a template needs.
  package init(
    steps: Int = 50_000_000, callDepth: Int = 5_000, memory: Int = 256 << 20,
    seconds: Double? = nil
  ) {
    self.steps = steps
    self.callDepth = callDepth
    self.memory = memory
    self.seconds = seconds
  }
}
