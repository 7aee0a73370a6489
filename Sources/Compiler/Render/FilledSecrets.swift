import TagManager
package import TagwrightPlan

extension ContainerExport {
  /// The container with values in place of the placeholders of secrets.
  func filled(with secrets: [String: String]) -> ContainerExport {
    guard !secrets.isEmpty else { return self }
    var export = self
    for index in export.version.variables.indices where export.version.variables[index].type == "c"
    {
      export.version.variables[index].parameters = export.version.variables[index].parameters.map {
        guard let value = $0.value, value.hasPrefix(Secret.placeholderPrefix),
          let secret = secrets[String(value.dropFirst(Secret.placeholderPrefix.count))]
        else { return $0 }
        return .template($0.key, secret)
      }
    }
    return export
  }
}

/// The names of the secrets that a plan refers to.
package enum SecretNames {
  /// Every one of them, sorted.
  package static func all(
    in plan: Plan, name: String, readFile: (String) -> FileContent
  ) -> [String] {
    let (resolved, _) = resolve(plan, name: name, readFile: readFile)
    let parameters = lower(resolved).containers.flatMap(\.variables).flatMap(\.parameters)
    let names = parameters.compactMap(\.value).filter { $0.hasPrefix(Secret.placeholderPrefix) }
    return Set(names.map { String($0.dropFirst(Secret.placeholderPrefix.count)) }).sorted()
  }
}
