import TagManager
import TagwrightPlan

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
    in variants: [PlanVariant], name: String, readFile: (String) -> FileContent
  ) -> [String] {
    let names = variants.flatMap { variant in
      resolve(variant, name: name, readFile: readFile)
        .serverContainers.flatMap(\.declared.secrets).map(\.value.name)
    }
    return Set(names).sorted()
  }

  /// The variables of Tag Manager that hold them, by name.
  package static func variables(
    in variants: [PlanVariant], name: String, readFile: (String) -> FileContent
  ) -> Set<String> {
    let variables = variants.flatMap { variant in
      lower(resolve(variant, name: name, readFile: readFile)).containers.flatMap(\.draft.variables)
    }
    let secret = variables.filter { variable in
      variable.parameters.contains { $0.value?.hasPrefix(Secret.placeholderPrefix) ?? false }
    }
    return Set(secret.map(\.name))
  }
}
