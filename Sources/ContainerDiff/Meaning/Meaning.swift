import ContainerCheck
import Diagnostics
import TagManager

/// One thing that differences can mean; each has a file of its own and is listed in ``all``.
struct Meaning: Sendable {
  /// A stable id, such as `tag-paused`.
  let id: String
  /// Finds it, and says how much it matters in each case.
  let find: @Sendable (ComparedContainers) -> [Sign]

  /// Every meaning, in the order in which reports list them.
  static let all: [Meaning] = [
    .otherContainer, .consent, .tagPaused, .tagMissing, .firingTriggers, .blockingTriggers,
    .triggerConditions,
    .repeatedFiring, .testEventCode, .pixel, .accessToken, .placeholder, .eventID, .clientMissing,
    .permissions, .unknownTags,
  ]

  /// What shows that it is so.
  struct Sign {
    let severity: Finding.Severity
    let kind: EntityKind
    let name: String
    let message: String

    init(_ severity: Finding.Severity, _ entity: NormalEntity, _ message: String) {
      self.init(severity, entity.kind, entity.name, message)
    }

    init(_ severity: Finding.Severity, _ kind: EntityKind, _ name: String, _ message: String) {
      self.severity = severity
      self.kind = kind
      self.name = name
      self.message = message
    }
  }
}

extension ComparedContainers {
  /// What the differences mean, and what is broken in the second container alone, the worst first.
  func findings(and faults: [ContainerFault]) -> [Finding] {
    let broken = faults.grouped.map { fault, sentence in
      Finding(
        meaning: fault.rule, severity: fault.severity == .error ? .warning : .notice,
        kind: fault.kind, name: fault.name, message: "\(new.label): \(sentence)")
    }
    let all =
      broken
      + Meaning.all.flatMap { meaning in
        meaning.find(self).map {
          Finding(
            meaning: meaning.id, severity: $0.severity, kind: $0.kind, name: $0.name,
            message: $0.message)
        }
      }
    return all.filter { $0.severity == .warning } + all.filter { $0.severity == .notice }
  }
}
