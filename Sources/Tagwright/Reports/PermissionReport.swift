import CustomTemplate
import Diagnostics
import JSONText

/// The result of `permissions`.
struct PermissionReport {
  let document: TemplateDocument
  /// The faults of the file, apart from its permissions.
  let findings: [Diagnostic]
  let review: PermissionReview

  /// Whether Tag Manager takes the template, and nothing is missing or too wide.
  var isClean: Bool {
    missing + tooWide == 0 && !findings.contains { $0.severity == .error }
  }

  private var missing: Int { review.count(.missing) }
  private var tooWide: Int { review.count(.tooWide) }

  /// For a person: each permission with what is declared and needed, and what is wrong with it.
  func text(_ style: SeverityStyle) -> String {
    var lines = ["\(document.name): \(document.template.info.displayName)".withVisibleControls]
    for finding in findings {
      lines += finding.text(style: style).split(separator: "\n").map { "  \($0)" }
    }
    for entry in review.entries {
      lines.append("  \(entry.permission.withVisibleControls)")
      lines += column("declared", entry.declared ?? ["not at all"])
      lines += column("needed", entry.needed.isEmpty ? ["not at all"] : entry.needed)
      for finding in entry.findings {
        let word = finding.kind == .missing ? "error" : "warning"
        let kind = style.word(word, as: finding.kind.rawValue)
        let place = finding.place.relative(to: "").withVisibleControls
        lines.append("    \(place): \(kind): \(finding.message.withVisibleControls)")
      }
    }
    lines += ["", closingLine]
    return lines.joined(separator: "\n")
  }

  private var closingLine: String {
    let count = review.entries.count
    return "\(count.counted("permission")), \(missing) missing, \(tooWide) too wide"
  }

  private func column(_ title: String, _ texts: [String]) -> [String] {
    texts.enumerated().map { index, text in
      let label = index == 0 ? title + ":" : ""
      let padding = String(repeating: " ", count: 10 - label.count)
      return "    \(label)\(padding)\(text.withVisibleControls)"
    }
  }

  /// For programs that read on.
  var json: JSON {
    let base: JSON = [
      "file": .string(document.name), "name": .string(document.template.info.displayName),
      "missing": .number(JSONNumber(missing)), "tooWide": .number(JSONNumber(tooWide)),
    ]
    var report = base.object ?? JSONObject()
    if !findings.isEmpty { report["findings"] = .array(findings.map(\.reportJSON)) }
    report["permissions"] = .array(
      review.entries.map { entry in
        [
          "permission": .string(entry.permission), "isDeclared": .bool(entry.declared != nil),
          "declared": strings(entry.declared ?? []), "needed": strings(entry.needed),
          "findings": .array(
            entry.findings.map { finding in
              [
                "kind": .string(finding.kind.rawValue),
                "line": .number(JSONNumber(finding.place.line)),
                "message": .string(finding.message),
              ]
            }),
        ]
      })
    return .object(report)
  }

  private func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
