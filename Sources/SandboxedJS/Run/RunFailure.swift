/// The reason a run ended before its script did.
package struct RunFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failures.
  package enum Kind: Hashable, Sendable {
    /// The script did what the sandbox does not allow, such as reading a property of `undefined`.
    case error
    /// An API was called without its permission.
    case denied
    /// An assertion of a scenario did not hold.
    case assertion
    /// A limit of ``RunLimits`` was reached.
    case steps, callDepth, memory, time
  }

  /// One place on the way to the failure.
  package struct Place: Hashable, Sendable {
    package let part: ScriptPart
    package let position: SourcePosition
    /// The function's name; empty for the script itself and for functions without one.
    package let function: String
  }

  package let kind: Kind
  package let message: String
  /// The place where it happened, then where that was called from, and so on outwards.
  package internal(set) var trace: [Place] = []

  /// For an assertion: the value that was found, and the one that was expected.
  package internal(set) var actual: ScriptValue?
  package internal(set) var expected: ScriptValue?
  /// For an assertion: whether it asked for the two to be equal, so that their difference says what is wrong.
  package internal(set) var asksForEquality = false

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The innermost place in a part of the scripts.
  package func position(in part: ScriptPart) -> SourcePosition? {
    trace.first { $0.part == part }?.position
  }

  /// The message, with the innermost place behind it.
  package var description: String {
    guard let place = trace.first else { return message }
    return "\(message) (\(place.part.rawValue):\(place.position))"
  }

  static func type(_ message: String) -> RunFailure { RunFailure(.error, "TypeError: " + message) }

  static let outOfMemory = RunFailure(.memory, "the script needs more memory than it may have")
}

/// Which of the texts that run together a place is in.
package enum ScriptPart: String, Hashable, Sendable {
  case template, setup, scenario
}
