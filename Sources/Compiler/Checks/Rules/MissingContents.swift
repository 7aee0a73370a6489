import TagwrightPlan

extension Rule {
  /// The destination cannot tell which product it was.
  static let missingContents = Rule(
    warning: .missingContents,
    "an event that belongs to products has none",
    documentation: """
      Wishes, customised products and orders are about products: with 'contents' a destination can show them in catalogue
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
    check: .eachEvent { event, destination in
      guard let role = event.role, destination.profile.vocabulary.needContents.contains(role),
        event.payload.contents == nil, destination.profile.commerce.contents != nil
      else { return [] }
      return [
        Finding(
          "event '\(event.eventName)' is sent as '\(event.sentAs)' without contents",
          at: event.payload.place, mend: "add 'contents: .items', which takes GA4's items")
      ]
    })
}
