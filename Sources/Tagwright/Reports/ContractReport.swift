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

  private func count(_ severity: Diagnostic.Severity) -> Int {
    contract.findings.count { $0.severity == severity }
  }

  /// The last line: which destinations, what was found and what was played.
  var closingLine: String {
    let (errors, warnings) = (count(.error), count(.warning))
    let names = pair.destinations.filter { !contract.services.contains($0) }
    let subject =
      (pair.environment.map { "\($0): " } ?? "") + contract.services.joined(separator: ", ")
      + (names.isEmpty ? "" : " (\(pair.destinations.joined(separator: ", ")))")
    let played =
      "\(Self.number(contract.visitCount, "visit")) with \(Self.number(contract.actCount, "event"))"
    guard contract.visitCount > 0 else { return "\(subject): nothing was played" }
    guard isKept else {
      return
        "\(subject): \(Self.number(errors, "error")), \(Self.number(warnings, "warning")) in \(played)"
    }
    guard contract.agreedCount > 0 else {
      return
        "\(subject): \(Self.number(contract.eventCount, "event")) from one side alone, nothing to agree on in \(played)"
    }
    return
      "\(subject): \(Self.number(contract.agreedCount, "event")), both containers agree: \(played), "
      + "\(contract.mergeCount) from both counted once"
  }

  private static func number(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// For a person: each finding at its line of the plan, or with its container and entity; then the fix.
  func text(_ style: SeverityStyle) -> String {
    let lines = contract.findings.map { finding -> String in
      guard finding.place == nil else {
        return diagnostic(finding).text(relativeTo: folder, style: style)
      }
      let subject = "\(file(finding.side)): \(finding.kind) '\(finding.name)': "
      return subject.withVisibleControls + "\(style.word(finding.severity.rawValue)): "
        + "\(finding.message) [\(finding.rule)]".withVisibleControls
        + "\n  \(style.word("note")): " + finding.fix.withVisibleControls
    }
    let gaps = contract.gaps.map {
      "\(style.word("note")): not played: \($0.withVisibleControls)"
    }
    return (lines + gaps + [closingLine.withVisibleControls]).joined(separator: "\n")
  }

  /// A finding about the plan: which of its entities, and in which environment, is said in words.
  private func diagnostic(_ finding: ContractFinding) -> Diagnostic {
    let environment = pair.environment.map { " in '\($0)'" } ?? ""
    return Diagnostic(
      finding.severity, rule: finding.rule, finding.message + environment, at: finding.place,
      notes: [.init(finding.fix)])
  }

  /// Annotations of a workflow of GitHub Actions, then the closing line.
  var annotations: String {
    let lines = contract.findings.map { finding in
      let place = finding.place.map {
        SourcePlace(file: SourcePlace.shown($0.file, relativeTo: folder), line: $0.line)
      }
      let subject = place == nil ? "\(finding.kind) '\(finding.name)': " : ""
      return WorkflowAnnotation(
        kind: finding.severity.rawValue,
        place: place ?? SourcePlace(file: file(finding.side), line: 1), title: finding.rule,
        message: "\(subject)\(finding.message)\n\(finding.fix)"
      ).text
    }
    return (lines + [closingLine.withVisibleControls]).joined(separator: "\n")
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
      "errors": .number(JSONNumber(count(.error))),
      "warnings": .number(JSONNumber(count(.warning))),
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
