import Compiler
import Diagnostics
import JSONText

/// The result of `contract` for one pair of containers.
struct ContractReport {
  /// The files, as they were named.
  let web: String
  let server: String
  let contract: Contract

  /// Whether nothing is to be said.
  var isKept: Bool { contract.findings.isEmpty }
  /// Whether there was nothing to compare.
  var isAboutNothing: Bool { contract.services.isEmpty }

  private func file(_ side: ContractFinding.Side) -> String { side == .web ? web : server }

  private func count(_ severity: Diagnostic.Severity) -> Int {
    contract.findings.count { $0.severity == severity }
  }

  /// The last line.
  var closingLine: String {
    let events = contract.eventCount
    let subject =
      "\(contract.services.joined(separator: ", ")): \(events) event\(events == 1 ? "" : "s")"
    let (errors, warnings) = (count(.error), count(.warning))
    guard errors + warnings > 0 else { return "\(subject), both containers agree" }
    return "\(subject), \(errors) error\(errors == 1 ? "" : "s"), "
      + "\(warnings) warning\(warnings == 1 ? "" : "s")"
  }

  /// For a person: each finding with its container, its entity and the fix.
  func text(_ style: SeverityStyle) -> String {
    let lines = contract.findings.flatMap { finding in
      [
        "\(file(finding.side)): \(finding.kind) '\(finding.name)': ".withVisibleControls
          + "\(style.word(finding.severity.rawValue)): "
          + "\(finding.message) [\(finding.rule)]".withVisibleControls,
        "  \(style.word("note")): \(finding.fix)".withVisibleControls,
      ]
    }
    return (lines + [closingLine]).joined(separator: "\n")
  }

  /// Annotations of a workflow of GitHub Actions, then the closing line.
  var annotations: String {
    let lines = contract.findings.map { finding in
      WorkflowAnnotation(
        kind: finding.severity.rawValue, place: SourcePlace(file: file(finding.side), line: 1),
        title: finding.rule,
        message: "\(finding.kind) '\(finding.name)': \(finding.message)\n\(finding.fix)"
      ).text
    }
    return (lines + [closingLine.withVisibleControls]).joined(separator: "\n")
  }

  /// For programs that read on.
  var json: JSON {
    [
      "web": .string(web), "server": .string(server),
      "services": .array(contract.services.map { .string($0) }),
      "events": .number(JSONNumber(contract.eventCount)),
      "errors": .number(JSONNumber(count(.error))),
      "warnings": .number(JSONNumber(count(.warning))),
      "findings": .array(
        contract.findings.map { finding in
          [
            "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
            "container": .string(finding.side.rawValue), "file": .string(file(finding.side)),
            "kind": .string(finding.kind), "name": .string(finding.name),
            "message": .string(finding.message), "fix": .string(finding.fix),
          ]
        }),
    ]
  }
}
