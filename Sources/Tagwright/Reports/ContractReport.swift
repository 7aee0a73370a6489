import Compiler
import Diagnostics
import JSONText
import Simulator

/// The result of `contract` for one pair of containers.
struct ContractReport {
  /// The files, as they were named.
  let web: String
  let server: String
  let contract: Contract
  /// A visit in which each event occurs once.
  let trial: [BothHalves.Event]

  /// Whether nothing is to be said.
  var isKept: Bool { contract.findings.isEmpty && doubles.isEmpty }

  /// What the destinations count, with the name of the event on the page.
  private var counts: [(event: String, verdict: CountVerdict)] {
    trial.flatMap { event in
      event.verdicts.map { (event.event.page.eventName, $0) }
    }
  }

  private var doubles: [(event: String, verdict: CountVerdict)] {
    counts.filter(\.verdict.isDouble)
  }

  /// What the trial says, for the last line.
  private var counted: String {
    let shared = counts.count { $0.verdict.isShared && $0.verdict.count == 1 }
    return shared == 0 ? "" : ", \(shared) from both counted once"
  }
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
    guard errors + warnings > 0 else { return "\(subject), both containers agree\(counted)" }
    return "\(subject), \(errors) error\(errors == 1 ? "" : "s"), "
      + "\(warnings) warning\(warnings == 1 ? "" : "s")\(counted)"
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
    let tried = doubles.map { event, verdict in
      "\(event): ".withVisibleControls + "\(style.word("error")): "
        + verdict.text.withVisibleControls
    }
    return (lines + tried + [closingLine]).joined(separator: "\n")
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
    let tried = doubles.map { event, verdict in
      WorkflowAnnotation(
        kind: "error", place: SourcePlace(file: web, line: 1), title: "counted-twice",
        message: "\(event): \(verdict.text)"
      ).text
    }
    return (lines + tried + [closingLine.withVisibleControls]).joined(separator: "\n")
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
      "counts": .array(
        counts.map { event, verdict in
          guard var object = verdict.json.object else { return verdict.json }
          object["event"] = .string(event)
          return .object(object)
        }),
    ]
  }
}
