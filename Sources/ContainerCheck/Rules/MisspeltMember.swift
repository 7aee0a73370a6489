import Diagnostics
import TagManager

extension ContainerRule {
  /// A member that nearly has the name of one of Tag Manager's is that one, misspelt.
  static let misspeltMember = ContainerRule(
    "misspelt-member", .error, "a member is nearly, but not quite, one of Tag Manager's",
    documentation: """
      A name that Tag Manager's API does not describe (discovery document of 2026-08-26) means nothing to it: a tag
      with 'firingTriggerIds' fires on nothing, and triggers in a list 'triggers' are no triggers. Most members are
      called in the singular, lists as well.
      """,
    wrong: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "firingTriggerIds": ["3"]}],
        "trigger": [{"triggerId": "3", "name": "All", "type": "ALWAYS"}]}
      """,
    right: """
      {"tag": [{"tagId": "1", "name": "GA4", "type": "sgtmgaaw", "firingTriggerId": ["3"]}],
        "trigger": [{"triggerId": "3", "name": "All", "type": "ALWAYS"}]}
      """
  ) { container in
    guard container.isWhole else { return [] }
    return UnmodelledMembers(of: container.version).found.compactMap { found in
      guard let mend = Spelling.question(for: found.key, among: found.known) else { return nil }
      let entity = found.path.first.flatMap(EntityKind.init).flatMap { kind in
        found.path.dropFirst().first.flatMap(Int.init)
          .flatMap { container.all(kind).dropFirst($0).first }
      }
      let rest = found.path.dropFirst(entity == nil ? 0 : 2)
      let place = rest.isEmpty ? "" : " in '\(rest.joined(separator: "."))'"
      return Breach(
        entity ?? container.itself,
        "has the member '\(found.key)'\(place), which Tag Manager does not have", mend: mend,
        path: found.path.isEmpty ? "containerVersion.\(found.key)" : nil)
    }
  }
}
