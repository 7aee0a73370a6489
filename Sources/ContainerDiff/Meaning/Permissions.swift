import Diagnostics
import TagManager

extension Meaning {
  /// The code of a template may do more.
  static let permissions = Meaning(
    "permissions", "a template may do other things than before",
    because: """
      Permissions say what a template's code may read, where it may send, and which cookies it may set. Look at each new one
      before it goes live, above all in a template from the gallery.
      """,
    example: "template 'Ads Purchase' may do other things than before: send_http"
  ) { containers in
    let prefix = "templateData.permissions"
    return containers.differences.filter { $0.kind == .customTemplate }.compactMap { pair in
      guard let template = pair.new else { return nil }
      var names: [String] = []
      for change in pair.changes where change.path.hasPrefix(prefix) {
        guard let value = change.new else { continue }
        let rest = change.path.dropFirst(prefix.count).drop { $0 == "." }
        let name = String(rest.prefix { $0 != "." && $0 != "[" })
        for name in name.isEmpty ? keys(of: value) : [name] where !names.contains(name) {
          names.append(name)
        }
      }
      guard !names.isEmpty else { return nil }
      return Sign(
        .warning, template,
        "template '\(template.name)' may do other things than before: \(names.joined(separator: ", "))"
      )
    }
  }
}

/// The permissions of a template that had none before.
private func keys(of permissions: NormalValue) -> [String] {
  guard case .record(let entries) = permissions else { return [] }
  return entries.map(\.key)
}
