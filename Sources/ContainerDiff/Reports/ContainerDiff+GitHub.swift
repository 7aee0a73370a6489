import Diagnostics
import TagManager

extension ContainerDiff {
  /// Annotations of a workflow of GitHub Actions, what it means first, then the closing line.
  package var annotations: String {
    let signs = findings.map { finding in
      WorkflowAnnotation(finding.diagnostic, message: finding.diagnostic.message).text
    }
    let differences = entities.map { entity in
      let lines = entity.changes.flatMap { $0.lines(.plain, limit: 8) }
      let rest = lines.count > 20 ? ["… \(lines.count - 20) more lines"] : []
      let message = ([entity.sentence] + lines.prefix(20) + rest).joined(separator: "\n")
      return WorkflowAnnotation(
        kind: "notice", title: "\(entity.kind.word) '\(entity.name)'", message: message
      ).text
    }
    return (signs + differences + [closingLine]).joined(separator: "\n")
  }
}

extension ContainerDiff.Entity {
  fileprivate var sentence: String {
    switch outcome {
    case .added: "to add"
    case .removed: "to remove"
    case .changed: "to change"
    case .renamed(let old): "to rename, from '\(old)'"
    }
  }
}
