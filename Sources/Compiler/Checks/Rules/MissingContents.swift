import TagwrightPlan

extension Rule {
  /// TikTok cannot tell which product it was.
  static let missingContents = Rule(
    warning: .missingContents,
    "an event that belongs to products has none",
    documentation: """
      Wishes, customised products and orders are about products: with 'contents' TikTok can show them in catalogue
      advertisements. Add 'contents: .items'.
      """,
    wrong: .events(
      """
      On("add_to_wishlist", send: .addToWishlist())
      """),
    right: .events(
      """
      On("add_to_wishlist", send: .addToWishlist(contents: .items))
      """),
    check: .eachTikTokEvent { mapping, _ in
      let names = ["AddToWishlist", "CustomizeProduct", "PlaceAnOrder"]
      guard names.contains(mapping.event.name), mapping.event.contents == nil else { return [] }
      return [
        Finding(
          "event '\(mapping.eventName)' is sent as '\(mapping.event.name)' without contents",
          at: mapping.event.place, mend: "add 'contents: .items', which takes GA4's items")
      ]
    })
}
