import Diagnostics
import JSONText
import Simulator

/// The result of `simulate --prove`.
struct ProofReport {
  /// One for each container.
  private let containers: [ContainerProof]
  /// One for each web container of a plan.
  private let pages: [BrowserProof]
  /// The proof of what the plan's layouts have in common; `nil` where no plan was laid out.
  private let arrangements: ArrangementProof?
  /// Layouts that the plan cannot have.
  private let obstacles: [String]

  init(
    _ containers: [ContainerProof], pages: [BrowserProof] = [], arrangements: ArrangementProof?,
    obstacles: [String] = []
  ) {
    self.containers = containers
    self.pages = pages
    self.arrangements = arrangements
    self.obstacles = obstacles
  }

  private var findings: [ContainerProof.Finding] {
    containers.flatMap(\.findings) + pages.flatMap(\.findings) + (arrangements?.findings ?? [])
  }

  private var events: [String] {
    var seen: Set<String> = []
    return containers.flatMap(\.events).filter { seen.insert($0).inserted }
  }

  /// The extent of each proof, over all containers.
  private var extents: [(proof: Proof, forms: Int, effects: Int)] {
    var extents: [(proof: Proof, forms: Int, effects: Int)] = []
    for extent in containers.flatMap(\.extents) {
      if let place = extents.firstIndex(where: { $0.proof == extent.proof }) {
        extents[place].forms += extent.forms
        extents[place].effects += extent.effects
      } else {
        extents.append((extent.proof, extent.forms, extent.effects))
      }
    }
    if let arrangements {
      extents.append((.layouts, arrangements.tries, arrangements.effects))
    }
    return extents
  }

  private var tagCounts: (run: Int, all: Int) {
    containers.map(\.tagCounts).reduce((0, 0)) { ($0.0 + $1.run, $0.1 + $1.all) }
  }

  /// The reason nothing is proved, where no tag sent anything: lower case, without a full stop.
  var emptiness: String? {
    guard !extents.contains(where: { $0.effects > 0 }), findings.isEmpty else { return nil }
    let (run, all) = tagCounts
    return run == 0
      ? "nothing is proved: \(run) of \(all.counted("tag")) could be run"
      : "nothing is proved: none of the \(run.counted("tag")) that could be run sent anything"
  }

  private var tries: Int {
    (containers.map(\.tries) + pages.map(\.tries)).reduce(arrangements?.tries ?? 0, +)
  }

  /// Whether everything holds.
  var isFulfilled: Bool { findings.isEmpty }

  /// Prints it, as text unless JSON is asked for.
  func print(_ format: TextOrJSON, to console: Console) {
    guard format != .json else { return console.print(json.text(.compact)) }
    for line in lines(console.outputStyle) { console.print(line) }
  }

  private func lines(_ style: SeverityStyle) -> [String] {
    let note = style.word("note")
    var lines = findings.map { $0.diagnostic.text(style: style) }
    for tag in containers.flatMap(\.silentTags) {
      let reason = "tag '\(tag.tag)' was not tried, no event fired it: \(tag.reason)"
      lines.append("\(note): \(reason.withVisibleControls)")
    }
    lines += obstacles.map { "\(note): \($0.withVisibleControls)" }
    let plain = containers.flatMap(\.plainFields)
    if !plain.isEmpty {
      lines.append("sent in plain text, whatever its words are:")
      lines += plain.map { "  '\($0.field)' as '\($0.member)'".withVisibleControls }
    }
    let (run, all) = tagCounts
    lines.append(
      "tried out: \(run) of \(all.counted("tag")) with \(events.count.counted("event"))"
        + " (\(events.joined(separator: ", ").withVisibleControls)), each in many forms: with other consent, items or personal data"
    )
    for (proof, forms, effects) in extents {
      let found = findings.count { $0.proof == proof }
      lines.append(
        "  \(proof.name): \(forms.counted("form")), \(effects) requests and cookies looked at, "
          + (found == 0 ? "no finding" : found.counted("finding")))
    }
    lines.append(
      "\(events.count.counted("event")) in \(tries.counted("form")): "
        + (!findings.isEmpty
          ? findings.count.counted("finding")
          : emptiness == nil ? "everything holds" : "nothing is proved"))
    return lines
  }

  private var json: JSON {
    [
      "events": .array(events.map { .string($0) }),
      "tries": .number(JSONNumber(tries)),
      "tags": [
        "run": .number(JSONNumber(tagCounts.run)), "all": .number(JSONNumber(tagCounts.all)),
      ],
      "proofs": .array(
        extents.map { proof, forms, effects in
          [
            "proof": .string(proof.name), "forms": .number(JSONNumber(forms)),
            "effects": .number(JSONNumber(effects)),
          ]
        }),
      "findings": .array(
        findings.map { finding in
          [
            "proof": .string(finding.proof.name), "event": .string(finding.event),
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
