import CustomTemplate
package import Simulator

/// Whom the tags of a container send to, told by the hosts and the functions that their templates are allowed.
package struct TagDestinations: Sendable {
  /// By the tag's name.
  private let names: [String: String]

  /// Looks at a container's tags; those of no known destination are called after their type.
  package init(_ container: ContainerProgram) {
    let profiles = compiledDestinations.map { $0.profile }
    names = Dictionary(
      container.tagTemplates.compactMap { tag, template in
        profiles.first(where: template.reaches).map { (tag, $0.name) }
      }
    ) { $1 }
  }

  /// The destination of a tag; where none is known, what stands before a colon in the name of its type, such as the
  /// product that Tag Manager's own types begin with.
  package func name(of tag: TagResult) -> String {
    names[tag.name] ?? tag.typeName.split(separator: ":").first.map(String.init) ?? tag.typeName
  }
}

extension CustomTemplate {
  /// Whether a destination's address or a function of its pixel is among those that it may reach.
  fileprivate func reaches(_ profile: DestinationProfile) -> Bool {
    let urls = permissions.flatMap { $0.texts("urls") ?? [] }
    let functions = permissions.flatMap { $0.texts("keys", column: "key") ?? [] }
    return urls.contains { $0.hasPrefix(profile.delivery.prefix) }
      || profile.pixel?.script.functions.contains(where: functions.contains) ?? false
  }
}
