// Events beside TikTok's standard list: the pixel's page view, names from before May 2025, and one's own.

extension TikTok.Event {
  /// A page was seen: `Pageview`, as the pixel itself spells it.
  public static func pageview(
    properties: [TikTok.Property] = [], file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event("Pageview", .pageview, properties: properties, file, line)
  }

  /// An event of one's own name: for reports and audiences, not for optimisation.
  public static func custom(
    _ name: String, value: Source? = nil, currency: Source? = nil,
    contents: TikTok.Contents? = nil, properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      name, .custom, value: value, currency: currency, contents: contents, properties: properties,
      file, line)
  }

  /// The old name of `purchase`; TikTok still accepts it.
  ///
  /// Without value, currency and contents TikTok accepts it but cannot optimise for value.
  public static func completePayment(
    value: Source, currency: Source, contents: TikTok.Contents, orderID: Source? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "CompletePayment", .legacy(replacement: "Purchase"), value: value, currency: currency,
      contents: contents,
      properties: (orderID.map { [.orderID($0)] } ?? []) + properties, file, line)
  }

  /// The old name of `lead`; TikTok still accepts it.
  public static func submitForm(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "SubmitForm", .legacy(replacement: "Lead"), value: value, currency: currency,
      contents: contents, properties: properties,
      file, line)
  }

  /// A button was clicked; TikTok supports the name until 2027.
  public static func clickButton(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "ClickButton", .legacy(replacement: "a custom event"), value: value, currency: currency,
      contents: contents, properties: properties,
      file, line)
  }

  /// An order was placed; TikTok supports the name until 2027.
  public static func placeAnOrder(
    value: Source? = nil, currency: Source? = nil, contents: TikTok.Contents? = nil,
    properties: [TikTok.Property] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> TikTok.Event {
    TikTok.Event(
      "PlaceAnOrder", .legacy(replacement: "Purchase"), value: value, currency: currency,
      contents: contents, properties: properties,
      file, line)
  }
}
