import Diagnostics
import JSONText
import Simulator

/// The result of `simulate --prove`.
struct ProofReport {
  let proof: ContainerProof

  /// Prints it, as text unless JSON is asked for.
  func print(_ format: String, to console: Console) {
    guard format != "json" else { return console.print(json.text(.compact)) }
    for finding in proof.findings {
      let word = console.outputStyle.word("error")
      console.print(
        "\(word): \(finding.proof), event '\(finding.event)': \(finding.message)"
          .withVisibleControls)
    }
    console.print(
      "\(proof.events.count.counted("event")) in \(proof.tries.counted("form")): "
        + (proof.findings.isEmpty ? "everything holds" : proof.findings.count.counted("finding")))
  }

  private var json: JSON {
    [
      "events": .array(proof.events.map { .string($0) }),
      "tries": .number(JSONNumber(proof.tries)),
      "findings": .array(
        proof.findings.map { finding in
          [
            "proof": .string(finding.proof), "event": .string(finding.event),
            "message": .string(finding.message),
          ]
        }),
    ]
  }
}
