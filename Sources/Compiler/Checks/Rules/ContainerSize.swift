import Diagnostics
import TagManager
import TagwrightPlan

extension Rule {
  /// A container that may not be importable.
  static let containerSize = Rule(
    warning: .containerSize,
    "a container is larger than its budget",
    documentation: """
      Tag Manager reads import files of up to 10 MB. What a server container may weigh beyond that is published nowhere,
      so the budget is yours: '.sizeBudget(container: .kilobytes(500))' behind the container's closing brace. One tag with
      a lookup table ('layout: .lookupTable') is much smaller than a tag per event, and so are reads inside the template
      ('sources: .inline').
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
      }
      .sizeBudget(container: .kilobytes(1))
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        GA4Tag(measurementID: "G-ABC1234567")
      }
      .sizeBudget(container: .kilobytes(200))
      """),
    check: .lowered { container in
      let budget = container.resolved.declaration.sizeBudget.container
      guard let size = container.size(over: budget) else { return [] }
      return [
        Finding(
          "container '\(container.resolved.declaration.name)' has \(size) bytes, its budget is \(budget)",
          at: container.resolved.declaration.place,
          notes: [
            .init("'layout: .lookupTable' and 'sources: .inline' make it smaller"),
            .init("'.sizeBudget(container: …)' behind its closing brace sets another budget"),
          ])
      ]
    })
}

extension LoweredContainer {
  /// The size of the export file where it is over a budget, in words; `nil` where it is not.
  ///
  /// Printing a large file takes longer than all rules, so it is left out where the answer is plain without.
  fileprivate func size(over budget: Int) -> String? {
    let texts = draft.templates.reduce(0) { $0 + $1.text.byteCount }
    if texts > budget { return "more than \(texts)" }
    let entities =
      draft.folders.count + draft.clients.count + draft.tags.count + draft.triggers.count
      + draft.variables.count
    // A template's text grows by its escapes, an entity is a few kilobytes of indented JSON.
    guard texts * 2 + (entities + draft.templates.count + 1) * 8_000 > budget else { return nil }
    let size = export.bytes.count
    return size > budget ? String(size) : nil
  }
}
