package import Diagnostics

/// Something that both halves of a set-up have to agree on.
///
/// Whether they do shows when both are played; a rule then finds out why, by what the containers hold.
package struct ContractRule: Sendable {
  /// Stable, in kebab case.
  package let id: String
  package let severity: Diagnostic.Severity
  /// A summary of what the rule asks for, in one line.
  package let summary: String
  /// The reason for the rule, and what to do, in a few sentences.
  package let documentation: String
  /// Two halves that break the rule.
  package let wrong: Halves
  /// The same two, mended.
  package let right: Halves
  /// The symptoms that the rule explains when both halves are played.
  let symptoms: Set<Observation.Symptom>
  private let find: @Sendable (ContractSides) -> [Breach]

  /// Both sides of an example, in words.
  package struct Halves: Sendable {
    package let browser: String
    package let server: String
  }

  /// A finding without the rule's own words.
  struct Breach {
    let side: ContractFinding.Side
    var kind = "tag"
    let name: String
    let message: String
    let fix: String
    /// The severity, where it is not the rule's.
    var severity: Diagnostic.Severity?
  }

  init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String,
    because documentation: String, wrong: Halves, right: Halves,
    explains symptoms: Set<Observation.Symptom> = [],
    _ find: @escaping @Sendable (ContractSides) -> [Breach] = { _ in [] }
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.documentation = documentation
    self.wrong = wrong
    self.right = right
    self.symptoms = symptoms
    self.find = find
  }

  /// Whether it is about single values, which playing does not compare.
  var isAboutValues: Bool { symptoms.isEmpty }

  func findings(_ sides: ContractSides) -> [ContractFinding] {
    find(sides).map { breach in
      ContractFinding(
        rule: id, severity: breach.severity ?? severity, side: breach.side, kind: breach.kind,
        name: breach.name, message: breach.message, fix: breach.fix, event: sides.event)
    }
  }

  /// Every rule, in the order of their ids.
  package static let all: [ContractRule] = [
    .browserIDChain, .consentDiffers, .conversionWithoutValue, .countedTwice, .currencyFormat,
    .differentEventNames, .differentIDs, .differentPixels, .eventOnOneSide, .eventWithoutID,
    .hashedTwice, .idNotThirdArgument, .noServerAddress, .otherServer, .parameterName,
    .parameterNeverSent, .triggerNeverTrue, .unsuitableID,
  ]
}
