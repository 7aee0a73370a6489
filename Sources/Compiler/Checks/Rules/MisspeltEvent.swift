import Diagnostics
import TagwrightPlan

extension Rule {
  /// Names are case sensitive.
  static let misspeltEvent = Rule(
    warning: .misspeltEvent,
    "a custom event is spelt almost like one of the destination's",
    documentation: """
      Destinations compare names exactly: 'AddtoCart' is an event of its own, good for reports and audiences and not for
      optimisation, and it does not deduplicate with the pixel's 'AddToCart'. Every standard event has a function:
      '.addToCart(…)'.
      """,
    wrong: .events(
      """
      On("add_to_wishlist", send: .custom("AddToWishList"))
      """),
    right: .events(
      """
      On("add_to_wishlist", send: .addToWishlist(contents: .items))
      """),
    check: .eachEvent { event, destination in
      let name = event.sentAs
      let vocabulary = destination.profile.vocabulary
      guard case .custom = event.payload.kind, !vocabulary.names.contains(name),
        let nearest = Spelling.nearest(
          to: name,
          among: vocabulary.events.map(\.name).filter { abs($0.utf8.count - name.utf8.count) < 4 })
      else { return [] }
      return [
        Finding(
          "\(destination.profile.name) has no event '\(name)'", at: event.payload.place,
          mend: "did you mean '\(nearest)'? write '\(destination.kind.function(for: nearest))(…)'")
      ]
    })
}
