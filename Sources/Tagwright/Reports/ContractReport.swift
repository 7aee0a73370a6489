import Compiler
import Diagnostics
import JSONText

/// The result of `contract` for one pair of containers.
struct ContractReport {
  let pair: ContractPair
  let contract: Contract
  /// Places are shown relative to it.
  let folder: String

  /// Whether there is nothing to mend.
  var isKept: Bool { contract.findings.isEmpty }
  /// Whether there was nothing to compare.
  var isAboutNothing: Bool { contract.services.isEmpty && contract.gaps.isEmpty }

  private func file(_ side: ContractFinding.Side) -> String {
    side == .web ? pair.webFile : pair.serverFile
  }

  /// The findings: each at its line of the plan, or with its container and entity; then the fix.
  var list: DiagnosticList {
    let environment = pair.environment.map { " in '\($0)'" } ?? ""
    let diagnostics = contract.findings.map { finding in
      guard let place = finding.place else {
        return Diagnostic(
          finding.severity, rule: finding.rule, finding.message,
          about: Diagnostic.Subject(
            container: file(finding.side), kind: finding.kind, name: finding.name),
          notes: [.init(finding.fix)])
      }
      return Diagnostic(
        finding.severity, rule: finding.rule, finding.message + environment, at: place,
        notes: [.init(finding.fix)])
    }
    return DiagnosticList(diagnostics: diagnostics, folder: folder)
  }

  /// The last line: which destinations, what was found and what was played.
  var closingLine: String {
    let names = pair.destinations.filter { !contract.services.contains($0) }
    let subject =
      (pair.environment.map { "\($0): " } ?? "") + contract.services.joined(separator: ", ")
      + (names.isEmpty ? "" : " (\(pair.destinations.joined(separator: ", ")))")
    let played =
      "\(contract.visitCount.counted("visit")) with \(contract.actCount.counted("event"))"
    guard contract.visitCount > 0 else { return "\(subject): nothing was played" }
    guard isKept else {
      return
        "\(subject): \(list.errors.counted("error")), \(list.warnings.counted("warning")) in \(played)"
    }
    guard contract.agreedCount > 0 else {
      return
        "\(subject): \(contract.eventCount.counted("event")) from one side alone, nothing to agree on in \(played)"
    }
    return
      "\(subject): \(contract.agreedCount.counted("event")), both containers agree: \(played), "
      + "\(contract.mergeCount) from both counted once"
  }

  /// For a person: the findings, what could not be played, the closing line.
  func text(_ style: SeverityStyle) -> String {
    let gaps = contract.gaps.map {
      "\(style.word("note")): not played: \($0.withVisibleControls)"
    }
    return (list.lines(style) + gaps + [closingLine.withVisibleControls])
      .joined(separator: "\n")
  }

  /// Annotations of a workflow of GitHub Actions, then the closing line.
  var annotations: String {
    (list.annotations + [closingLine.withVisibleControls]).joined(separator: "\n")
  }

  /// For programs that read on.
  var json: JSON {
    [
      "web": .string(pair.webFile), "server": .string(pair.serverFile),
      "environment": pair.environment.map { .string($0) } ?? .null,
      "services": .array(contract.services.map { .string($0) }),
      "events": .number(JSONNumber(contract.eventCount)),
      "agreed": .number(JSONNumber(contract.agreedCount)),
      "played": [
        "visits": .number(JSONNumber(contract.visitCount)),
        "events": .number(JSONNumber(contract.actCount)),
        "countedOnce": .number(JSONNumber(contract.mergeCount)),
      ],
      "errors": .number(JSONNumber(list.errors)),
      "warnings": .number(JSONNumber(list.warnings)),
      "findings": .array(contract.findings.map(json)),
      "notPlayed": .array(contract.gaps.map { .string($0) }),
      "notes": .array(contract.notes.map { .string($0) }),
    ]
  }

  private func json(_ finding: ContractFinding) -> JSON {
    var object = JSONObject()
    object["rule"] = .string(finding.rule)
    object["severity"] = .string(finding.severity.rawValue)
    object["container"] = .string(finding.side.rawValue)
    object["file"] = .string(
      finding.place.map { SourcePlace.shown($0.file, relativeTo: folder) } ?? file(finding.side))
    if let place = finding.place { object["line"] = .number(JSONNumber(place.line)) }
    object["kind"] = .string(finding.kind)
    object["name"] = .string(finding.name)
    object["event"] = finding.event.map { .string($0) } ?? .null
    object["message"] = .string(finding.message)
    object["fix"] = .string(finding.fix)
    return .object(object)
  }
}
