import Diagnostics
import JSONText
import Simulator

/// The result of `simulate --prove`.
struct ProofReport {
  /// One for each container.
  private let containers: [ContainerProof]
  /// What the plan's layouts have in common; `nil` where no plan was laid out.
  private let arrangements: ArrangementProof?
  /// Layouts that the plan cannot have.
  private let obstacles: [String]

  init(
    _ containers: [ContainerProof], arrangements: ArrangementProof?, obstacles: [String] = []
  ) {
    self.containers = containers
    self.arrangements = arrangements
    self.obstacles = obstacles
  }

  private var findings: [ContainerProof.Finding] {
    containers.flatMap(\.findings) + (arrangements?.findings ?? [])
  }

  private var events: [String] {
    var seen: Set<String> = []
    return containers.flatMap(\.events).filter { seen.insert($0).inserted }
  }

  private var tries: Int { containers.map(\.tries).reduce(arrangements?.tries ?? 0, +) }

  /// Whether everything holds.
  var isFulfilled: Bool { findings.isEmpty }

  /// Prints it, as text unless JSON is asked for.
  func print(_ format: String, to console: Console) {
    guard format != "json" else { return console.print(json.text(.compact)) }
    for line in lines(console.outputStyle) { console.print(line.withVisibleControls) }
  }

  private func lines(_ style: SeverityStyle) -> [String] {
    let note = style.word("note")
    var lines = findings.flatMap { finding in
      let about = finding.event.isEmpty ? "" : ", event '\(finding.event)'"
      return [
        "\(style.word("error")): \(finding.proof)\(about): \(finding.message)",
        "\(note): \(finding.fix)",
      ]
    }
    for tag in containers.flatMap(\.silentTags) {
      lines.append("\(note): tag '\(tag.tag)' was not tried, no event fired it: \(tag.reason)")
    }
    lines += obstacles.map { "\(note): \($0)" }
    let plain = containers.flatMap(\.plainFields)
    if !plain.isEmpty {
      lines.append("sent in plain text, whatever its words are:")
      lines += plain.map { "  '\($0.field)' as '\($0.member)'" }
    }
    lines.append(
      "\(events.count.counted("event")) in \(tries.counted("form")): "
        + (findings.isEmpty ? "everything holds" : findings.count.counted("finding")))
    return lines
  }

  private var json: JSON {
    [
      "events": .array(events.map { .string($0) }),
      "tries": .number(JSONNumber(tries)),
      "findings": .array(
        findings.map { finding in
          [
            "proof": .string(finding.proof), "event": .string(finding.event),
            "message": .string(finding.message), "fix": .string(finding.fix),
          ]
        }),
      "silentTags": .array(
        containers.flatMap(\.silentTags).map { tag in
          ["tag": .string(tag.tag), "reason": .string(tag.reason)]
        }),
      "plainFields": .array(
        containers.flatMap(\.plainFields).map { plain in
          ["field": .string(plain.field), "member": .string(plain.member)]
        }),
      "notCompared": .array(obstacles.map { .string($0) }),
    ]
  }
}
