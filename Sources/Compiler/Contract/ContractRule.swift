package import Diagnostics

/// Something that both halves of a set-up have to agree on.
package struct ContractRule: Sendable {
  /// Stable, in kebab case.
  package let id: String
  package let severity: Diagnostic.Severity
  /// What it asks for, in one line.
  package let summary: String
  private let find: @Sendable (ContractSides) -> [Breach]

  /// A finding without the rule's own words.
  struct Breach {
    let side: ContractFinding.Side
    var kind = "tag"
    let name: String
    let message: String
    let fix: String
    /// Where it is not the rule's.
    var severity: Diagnostic.Severity?
  }

  init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String,
    _ find: @escaping @Sendable (ContractSides) -> [Breach]
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.find = find
  }

  func findings(_ sides: ContractSides) -> [ContractFinding] {
    find(sides).map { breach in
      ContractFinding(
        rule: id, severity: breach.severity ?? severity, side: breach.side, kind: breach.kind,
        name: breach.name, message: breach.message, fix: breach.fix)
    }
  }

  /// Every rule, in the order of their ids.
  package static let all: [ContractRule] = [
    .browserIDChain, .consentDiffers, .conversionWithoutValue, .currencyFormat,
    .differentEventNames, .differentIDs, .differentPixels, .eventOnOneSide, .eventWithoutID,
    .hashedTwice, .idNotThirdArgument, .noServerAddress, .parameterName, .parameterNeverSent,
    .triggerNeverTrue, .unsuitableID,
  ]
}
