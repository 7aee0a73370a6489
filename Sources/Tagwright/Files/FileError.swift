/// The reason a file or a folder could not be read or written, in words for a person.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The action that failed, and its path: `cannot write 'Output/README.md'`.
  package let problem: String
  /// The reason, such as `no space left on device`.
  package let reason: String?
  /// The remedy, where it is not obvious.
  package let advice: String?
  /// The system's number for the reason, where the system gave one.
  let code: Int32?

  /// Says what is wrong.
  init(_ problem: String, reason: String? = nil, advice: String? = nil, code: Int32? = nil) {
    self.problem = problem
    self.reason = reason
    self.advice = advice
    self.code = code
  }

  /// The problem and its reason.
  package var description: String { reason.map { "\(problem): \($0)" } ?? problem }
}
