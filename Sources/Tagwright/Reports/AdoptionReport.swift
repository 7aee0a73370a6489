import Adoption
import Compiler
import ContainerCheck
import TagManager

/// The outcome for a container's entities, and the faults of the container.
struct AdoptionReport {
  private let container: AdoptedContainer
  private let version: ContainerVersion
  private let label: String

  init(_ container: AdoptedContainer, of version: ContainerVersion, label: String) {
    self.container = container
    self.version = version
    self.label = label
  }

  /// The whole report, line by line.
  var lines: [String] { counts + findings }

  /// The kinds of entities, and the words that they became.
  var counts: [String] {
    let counts = container.counts
    var lines = ["\(label) has become"]
    if !counts.ownWords.isEmpty {
      lines.append("  in the plan's own words: \(counts.ownWords.joined(separator: ", "))")
    }
    if !counts.rawWords.isEmpty {
      lines.append("  in Tag Manager's terms: \(counts.rawWords.joined(separator: ", "))")
    }
    lines += container.remarks.map { "  \($0)" }
    let values = container.secrets.filter { $0.value != nil }
    if !values.isEmpty {
      lines.append(
        "  secrets, in the file '.env' and not in git: \(values.map(\.name).joined(separator: ", "))"
      )
    }
    let missing = container.secrets.filter { $0.value == nil }
    if !missing.isEmpty {
      lines.append(
        "  secrets whose values are not in the container: \(missing.map(\.name).joined(separator: ", "))"
      )
    }
    if version.container?.publicID != container.publicID {
      lines.append(
        "  with the public id \(container.publicID): the file has no valid one, put your own into 'Plan.swift'"
      )
    }
    return lines
  }

  private var findings: [String] {
    var lines: [String] = []
    for (fault, sentence) in version.faults(on: container.side).grouped {
      lines.append("  \(fault.severity): \(sentence) [\(fault.rule)]")
    }
    let paused = version.tags.filter { $0.paused == true }.map { "'\($0.name)'" }
    if !paused.isEmpty {
      lines.append(
        "  paused: \(paused.count == 1 ? "tag" : "tags") \(paused.joined(separator: ", "))")
    }
    for template in container.templates {
      if let pattern = TokenPattern.first(in: template.text) {
        lines.append("  '\(template.path)' holds what looks like \(pattern.name): take it out")
      }
    }
    for secret in container.secrets where secret.isTestCode {
      lines.append(
        "  \(secret.name) is a test event code: with it every event counts as a test")
    }
    return lines.isEmpty ? [] : ["", "Found in the container:"] + lines
  }
}
