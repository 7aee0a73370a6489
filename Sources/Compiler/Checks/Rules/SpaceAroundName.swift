import Diagnostics
import TagwrightPlan

extension Rule {
  /// Two names that look alike in every list are not the same.
  static let spaceAroundName = Rule(
    warning: .spaceAroundName,
    "a name begins or ends with a space",
    documentation: """
      Tag Manager compares names exactly: '{{Shop}}' does not find the variable 'Shop ', and nobody sees the difference in
      a list.
      """,
    wrong: .container(
      """
      RawVariable("Shop ", type: "c", parameters: [.text("value", "EU")])
      """),
    right: .container(
      """
      RawVariable("Shop", type: "c", parameters: [.text("value", "EU")])
      """),
    check: .lowered { container in
      let draft = container.draft
      // A trigger that is named after its event is reported by the rule for events.
      let events = Set(container.resolved.declared.eventNames.map(\.value))
      let names: [(EntityKey.Kind, [String])] = [
        (.tag, draft.tags.map(\.name)), (.trigger, draft.triggers.map(\.name)),
        (.variable, draft.variables.map(\.name)), (.client, draft.clients.map(\.name)),
        (.folder, draft.folders.map(\.name)),
      ]
      return names.flatMap { kind, names in
        names.filter { name in
          // A name or a source that is nothing but space is reported by the rule for empty names.
          let isEmpty = name.split(separator: ".").last.map { String($0).isBlank } ?? true
          return !isEmpty && name.hasSpaceAround && !events.contains(name)
        }.map { name in
          Finding(
            "the name of \(kind.rawValue) '\(name)' begins or ends with a space",
            at: container.place(of: kind, name), mend: "take the space out")
        }
      }
    })
}
