import Diagnostics
import TagwrightPlan

extension Rule {
  /// Names are case sensitive.
  static let misspeltEvent = Rule(
    warning: .misspeltEvent,
    "a custom event is spelt almost like one of TikTok's",
    documentation: """
      TikTok compares names exactly: 'AddtoCart' is an event of its own, good for reports and audiences and not for
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
    check: .eachTikTokEvent { mapping, _ in
      let name = mapping.event.name
      guard case .custom = mapping.event.kind, !TikTok.ownEventNames.contains(name),
        let nearest = Spelling.nearest(
          to: name, among: TikTok.ownEventNames.filter { abs($0.utf8.count - name.utf8.count) < 4 })
      else { return [] }
      return [
        Finding(
          "TikTok has no event '\(name)'", at: mapping.event.place,
          mend: "did you mean '\(nearest)'? write '\(TikTok.Event.function(for: nearest))'")
      ]
    })
}
