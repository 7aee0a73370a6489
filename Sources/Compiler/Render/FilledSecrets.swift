import TagManager
import TagwrightPlan

extension ContainerExport {
  /// The container with values in place of the placeholders of secrets.
  func filled(with secrets: [String: String]) -> ContainerExport {
    guard !secrets.isEmpty else { return self }
    var export = self
    export.version.replaceTexts { text in
      Secret.name(inPlaceholder: text.value).flatMap { secrets[$0] }
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
        .declaredContainers.flatMap(\.declared.secrets).map(\.value.name)
    }
    return Set(names).sorted()
  }

  /// The variables of Tag Manager that hold them, by name.
  package static func variables(
    in variants: [PlanVariant], name: String, readFile: (String) -> FileContent
  ) -> Set<String> {
    let variables = variants.flatMap { variant in
      lower(resolve(variant, name: name, readFile: readFile)).declaredContainers
        .flatMap(\.draft.variables)
    }
    let secret = variables.filter { variable in
      variable.parameters.contains { $0.value?.hasPrefix(Secret.placeholderPrefix) ?? false }
    }
    return Set(secret.map(\.name))
  }
}
