import TagwrightPlan

extension Rule {
  /// TikTok's contents are not Meta's.
  static let metaFieldName = Rule(
    error: "meta-field-name",
    "a field is named as Meta names it",
    documentation: """
      TikTok's 'contents' have 'content_id', 'content_name' and 'price' where Meta's have 'id', 'title' and 'item_price'.
      Under Meta's names TikTok finds no product. '.items' takes GA4's items and names them as TikTok does.
      """,
    wrong: .events(
      """
      On(
        "view_item",
        send: .viewContent(
          contents: .items(from: .constant(#"[{"id": "SKU-1", "item_price": 29.99}]"#))))
      """),
    right: .events(
      """
      On(
        "view_item",
        send: .viewContent(
          contents: .items(from: .constant(#"[{"content_id": "SKU-1", "price": 29.99}]"#))))
      """),
    check: .eachEvent(of: TikTok.self) { event, _ in
      let texts = event.payload.contents?.source.constants ?? []
      let fields = texts.flatMap { text in metaNames.filter { text.contains("\"\($0.meta)\"") } }
      let properties = event.payload.properties.flatMap(\.names).flatMap { name in
        metaNames.filter { $0.meta == name }
      }
      return (fields + properties).map { name in
        Finding(
          "'\(name.meta)' is Meta's name", at: event.payload.place,
          mend: "TikTok calls it '\(name.tikTok)', in 'contents'")
      }
    })
}

/// The names that Meta's Conversions API and TikTok's Events API have for the same things.
private let metaNames: [(meta: String, tikTok: String)] = [
  ("id", "content_id"), ("title", "content_name"), ("item_price", "price"),
]
