import Diagnostics
import JSONText

/// The reason a hit cannot be read.
package struct HitError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problem, lower case, without a full stop.
  package let message: String

  /// Says what is wrong.
  package init(_ message: String) { self.message = message }

  /// The problem, in words.
  package var description: String { message }

  /// Refuses a member that an object of a kind, such as `a visit`, does not have.
  static func checkNames(
    of object: JSONObject, among known: [String], _ kind: String
  ) throws(HitError) {
    for member in object.members where !known.contains(member.key) {
      let question = Spelling.question(for: member.key, among: known)
      throw HitError(
        "\(kind) has no '\(member.key.shortened)'; "
          + (question ?? "it has \(known.map { "'\($0)'" }.joined(separator: ", "))"))
    }
  }
}
