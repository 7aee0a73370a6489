import Diagnostics
import TagManager

extension ContainerDiff {
  /// Annotations of a workflow of GitHub Actions, what it means first, then the closing line.
  ///
  /// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
  package var annotations: String {
    let signs = findings.map { finding in
      "::\(finding.severity.rawValue) title=\(finding.meaning.inProperty)"
        + "::\(finding.message.inMessage)"
    }
    let differences = entities.map { entity in
      let title = "\(entity.kind.word) '\(entity.name)'"
      let lines = entity.changes.flatMap { $0.lines(.plain, limit: 8) }
      let rest = lines.count > 20 ? ["… \(lines.count - 20) more lines"] : []
      let message = ([entity.sentence] + lines.prefix(20) + rest).joined(separator: "\n")
      return "::notice title=\(title.inProperty)::\(message.inMessage)"
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

extension String {
  /// The text behind the second `::` of a workflow command.
  fileprivate var inMessage: String { escaped(["%": "%25", "\r": "%0D", "\n": "%0A"]) }

  /// The text as the value of a workflow command's property.
  fileprivate var inProperty: String {
    escaped(["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func escaped(_ replacements: [Unicode.Scalar: String]) -> String {
    var text = ""
    for scalar in unicodeScalars {
      if let replacement = replacements[scalar] {
        text += replacement
      } else {
        text +=
          scalar.properties.generalCategory == .control
          ? scalar.escaped(asASCII: true) : String(scalar)
      }
    }
    return text
  }
}
