/// The outcome of a command, as diff(1) and git report it.
package enum ExitStatus: Int32, Sendable {
  /// Nothing to report.
  case success = 0
  /// Errors in the plan, files out of date, a difference, a failing scenario.
  case finding = 1
  /// The work could not be done: bad usage, an unreadable file, the network.
  case failure = 2
}
