import ContainerCheck
import Diagnostics
import TagManager

/// One thing that differences can mean; each has a file of its own and is listed in ``all``.
package struct Meaning: Sendable {
  /// A stable id, such as `tag-paused`.
  package let id: String
  /// The meaning, in one line.
  package let summary: String
  /// The consequence, and what to do about it, in a few sentences.
  package let documentation: String
  /// A sentence of a report about it.
  package let example: String
  /// Finds it, and says how much it matters in each case.
  let find: @Sendable (ComparedContainers) -> [Sign]

  init(
    _ id: String, _ summary: String, because documentation: String, example: String,
    _ find: @escaping @Sendable (ComparedContainers) -> [Sign]
  ) {
    self.id = id
    self.summary = summary
    self.documentation = documentation
    self.example = example
    self.find = find
  }

  /// Every meaning, in the order in which reports list them.
  package static let all: [Meaning] = [
    .otherContainer, .consent, .tagPaused, .tagMissing, .firingTriggers, .blockingTriggers,
    .triggerConditions,
    .repeatedFiring, .testEventCode, .pixel, .accessToken, .placeholder, .eventID, .clientMissing,
    .permissions, .unknownTags,
  ]

  /// A sign that the differences have the meaning.
  struct Sign {
    let severity: Diagnostic.Severity
    let kind: EntityKind
    let name: String
    let message: String

    init(_ severity: Diagnostic.Severity, _ entity: NormalEntity, _ message: String) {
      self.init(severity, entity.kind, entity.name, message)
    }

    init(
      _ severity: Diagnostic.Severity, _ kind: EntityKind, _ name: String, _ message: String
    ) {
      self.severity = severity
      self.kind = kind
      self.name = name
      self.message = message
    }
  }
}

extension ComparedContainers {
  /// Returns the findings about what the differences mean, and about what is broken in the second
  /// container alone, the worst first.
  func findings(and faults: [ContainerFault]) -> [Finding] {
    let broken = faults.grouped.map { fault, sentence in
      Finding(
        fault.severity == .error ? .warning : .notice, fault.rule, fault.kind, fault.name,
        "\(new.label): \(sentence)")
    }
    let all =
      broken
      + Meaning.all.flatMap { meaning in
        meaning.find(self).map {
          Finding($0.severity, meaning.id, $0.kind, $0.name, $0.message)
        }
      }
    return [.warning, .notice].flatMap { severity in
      all.filter { $0.diagnostic.severity == severity }
    }
  }
}
