import CustomTemplate
package import Simulator

/// Whom the tags of a container send to, told by the hosts and the functions that their templates are allowed.
package struct TagDestinations: Sendable {
  /// By the tag's name.
  private let names: [String: String]

  /// Looks at a container's tags; those of no known destination are called after their type.
  package init(_ container: ContainerProgram) {
    let profiles: [DestinationProfile] = compiledDestinations.map { $0.profile }
    var names: [String: String] = [:]
    for (tag, template) in container.tagTemplates {
      let allowed = Allowed(template)
      names[tag] = profiles.first(where: allowed.suffices)?.name
    }
    self.names = names
  }

  /// The destination of a tag; where none is known, what stands before a colon in the name of its type, such as the
  /// product that Tag Manager's own types begin with.
  package func name(of tag: TagResult) -> String {
    names[tag.name] ?? tag.typeName.split(separator: ":").first.map(String.init) ?? tag.typeName
  }
}

/// The addresses and functions that a template may reach.
private struct Allowed {
  private let urls: [String]
  private let functions: Set<String>

  init(_ template: CustomTemplate) {
    urls = template.permissions.flatMap { $0.texts("urls") ?? [] }
    functions = Set(template.permissions.flatMap { $0.texts("keys", column: "key") ?? [] })
  }

  /// Whether a destination's address or the functions of its pixel are among it.
  func suffices(for profile: DestinationProfile) -> Bool {
    let prefix = profile.delivery.prefix
    if urls.contains(where: { $0.hasPrefix(prefix) }) { return true }
    return !functions.isDisjoint(with: profile.pixel?.script.functions ?? [])
  }
}
