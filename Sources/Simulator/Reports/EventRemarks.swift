import Diagnostics
import JSONText

/// Remarks on an event for a person, beside what was sent: what is missing, and what a hit brings
/// that nobody reads.
package struct EventRemarks: Sendable {
  /// The members that a tag was to send and did not.
  package struct Gap: Hashable, Sendable {
    /// The tag's name.
    package let tag: String
    /// The names of the members, such as `value`.
    package let members: [String]
  }

  /// One for each tag that sent less than it was to.
  package let gaps: [Gap]
  /// Nothing where no tag with code fired.
  package let hints: [NearNames.Hint]

  /// Looks at what came of an event.
  package init(_ event: EventResult, _ names: NearNames, _ endpoints: [RequestForm]) {
    // Results are looked at where they are: most say that a tag did not fire.
    gaps = event.tags.indices.compactMap { index in
      guard event.tags[index].isFired else { return nil }
      let members = event.tags[index].missingMembers(endpoints)
      return members.isEmpty ? nil : Gap(tag: event.tags[index].name, members: members)
    }
    let isRead = event.tags.contains { $0.isFired && $0.outcome != .notSimulated }
    hints = isRead ? names.hints(for: event.eventData) : []
  }

  /// A sentence for each: lower case, without a full stop.
  package var texts: [String] {
    gaps.map { "missing: \($0.members.joined(separator: ", ")), which '\($0.tag)' is to send" }
      + hints.map { "hint: \($0.text)" }
  }

  /// A line for each, without control characters.
  var lines: [String] { texts.map { "  \($0)".withVisibleControls } }

  /// The members of an event's JSON: `missing` and `hints`, each where there is something to say.
  var members: [JSONObject.Member] {
    var members: [JSONObject.Member] = []
    if !gaps.isEmpty {
      members.append(
        .init(
          "missing",
          .array(
            gaps.map {
              ["tag": .string($0.tag), "members": .array($0.members.map { .string($0) })]
            }
          )))
    }
    if !hints.isEmpty {
      members.append(.init("hints", .array(hints.map { .string($0.text) })))
    }
    return members
  }
}
