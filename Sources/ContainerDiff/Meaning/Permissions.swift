import TagManager

extension Meaning {
  /// The code of a template may do more.
  static let permissions = Meaning(id: "permissions") { containers in
    let prefix = "templateData.permissions"
    return containers.differences.filter { $0.kind == .customTemplate }.compactMap { pair in
      guard let template = pair.new else { return nil }
      let widened = pair.changes.filter { $0.path.hasPrefix(prefix) && $0.new != nil }
      var names: [String] = []
      for change in widened {
        let rest = change.path.dropFirst(prefix.count).drop { $0 == "." }
        let name = String(rest.prefix { $0 != "." && $0 != "[" })
        if !name.isEmpty, !names.contains(name) { names.append(name) }
      }
      guard !names.isEmpty else { return nil }
      return Sign(
        .warning, template,
        "template '\(template.name)' may do other things than before: \(names.joined(separator: ", "))"
      )
    }
  }
}
