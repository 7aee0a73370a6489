import Diagnostics
import TagwrightPlan

extension Rule {
  /// A trigger on which nothing fires.
  static let unusedTrigger = Rule(
    warning: .unusedTrigger,
    "no tag fires on a trigger",
    documentation: """
      A trigger does something only where a tag names it in 'firing:' or 'blocking:'. Where a tag that is made by hand in
      Tag Manager uses it, allow the rule.
      """,
    wrong: .container(
      """
      Trigger("Purchase", on: .event("purchase"))
      """),
    right: .container(
      """
      Trigger("Purchase", on: .event("purchase"))
      RawTag("Partner", type: "partner", firing: [.named("Purchase")])
      """),
    check: .container { container in
      var used: Set<String> = []
      for reference in container.elements.flatMap(\.triggerReferences) {
        switch reference.kind {
        case .trigger(let trigger): used.insert(trigger.name)
        case .named(let name): used.insert(name)
        case .allEvents, .id: break
        }
      }
      return container.elements.compactMap { element in
        let (name, place): (String, SourcePlace)
        switch element.kind {
        case .trigger(let trigger): (name, place) = (trigger.name, trigger.place)
        case .rawTrigger(let trigger): (name, place) = (trigger.name, trigger.place)
        default: return nil
        }
        guard !used.contains(name) else { return nil }
        return Finding(
          "no tag fires on trigger '\(name)'", at: place,
          mend: "name it in the 'firing:' of a tag, or take it out")
      }
    })
}
