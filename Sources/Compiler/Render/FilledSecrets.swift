import TagManager
import TagwrightPlan

extension ContainerExport {
  /// The container with values in place of the placeholders of secrets.
  func filled(with secrets: [String: String]) -> ContainerExport {
    guard !secrets.isEmpty else { return self }
    var export = self
    export.version.fill(with: secrets)
    return export
  }
}

extension ContainerVersion {
  fileprivate mutating func fill(with secrets: [String: String]) {
    for index in variables.indices {
      variables[index].parameters.fill(with: secrets)
      variables[index].notes.fill(with: secrets)
    }
    for index in tags.indices {
      tags[index].parameters.fill(with: secrets)
      tags[index].notes.fill(with: secrets)
    }
    for index in clients.indices {
      clients[index].parameters.fill(with: secrets)
      clients[index].notes.fill(with: secrets)
    }
    for index in triggers.indices {
      triggers[index].parameters.fill(with: secrets)
      triggers[index].customEventFilters.fill(with: secrets)
      triggers[index].filters.fill(with: secrets)
      triggers[index].autoEventFilters.fill(with: secrets)
      triggers[index].notes.fill(with: secrets)
    }
    for index in transformations.indices {
      transformations[index].parameters.fill(with: secrets)
      transformations[index].notes.fill(with: secrets)
    }
    for index in gtagConfigs.indices { gtagConfigs[index].parameters.fill(with: secrets) }
    for index in folders.indices { folders[index].notes.fill(with: secrets) }
    for index in zones.indices {
      zones[index].notes.fill(with: secrets)
      zones[index].boundary?.conditions.fill(with: secrets)
    }
  }
}

extension [TagManager.Condition] {
  fileprivate mutating func fill(with secrets: [String: String]) {
    for index in indices { self[index].parameters.fill(with: secrets) }
  }
}

extension String? {
  fileprivate mutating func fill(with secrets: [String: String]) {
    guard let text = self, text.hasPrefix(Secret.placeholderPrefix),
      let secret = secrets[String(text.dropFirst(Secret.placeholderPrefix.count))]
    else { return }
    self = secret
  }
}

extension [Parameter] {
  /// Puts values in place of the placeholders of secrets, at any depth.
  fileprivate mutating func fill(with secrets: [String: String]) {
    for index in indices {
      self[index].list.fill(with: secrets)
      self[index].map.fill(with: secrets)
      self[index].value.fill(with: secrets)
    }
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
