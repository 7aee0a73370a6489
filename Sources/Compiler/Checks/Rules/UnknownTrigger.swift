import Diagnostics

extension Rule {
  /// A tag fires on triggers that exist.
  static let unknownTrigger = Rule(
    error: "unknown-trigger",
    "a tag refers to a trigger that is not there",
    documentation: """
      '.named("…")' refers to a trigger of this container by its name. Where the trigger is a Swift constant, refer to it
      by '.trigger(…)': then the Swift compiler finds the typing error.
      """,
    wrong: .container(
      """
      Trigger("Purchase", on: .event("purchase"))
      RawTag("Partner", type: "partner", firing: [.named("Purchsae")])
      """),
    right: .container(
      """
      Trigger("Purchase", on: .event("purchase"))
      RawTag("Partner", type: "partner", firing: [.named("Purchase")])
      """),
    check: .lowered { container in
      let known = container.draft.triggers.map(\.name)
      let list = Spelling.list(of: known.sorted())
      return container.unknownNames(of: .trigger, among: known) { _ in list }
    })
}
