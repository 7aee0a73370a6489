import JSONText
import TagwrightPlan
import Testing

/// What Meta gets of an event, beside whom it is about.
@Suite struct MetaEventTests {
  private let meta = TestedDestination.meta

  /// A row of a table, typed for the compiler's sake.
  private func fact(
    _ fact: String, _ hit: ServerHit, _ expected: JSON?
  ) -> (fact: String, hit: ServerHit, expected: JSON?) {
    (fact, hit, expected)
  }

  @Test func moneyAndProductsAreInMetasForm() throws {
    try meta.expect(
      "custom_data",
      [
        fact(
          "a purchase", .order(("value", 0)),
          [
            "contents": [
              [
                "id": "SKU-1", "quantity": 2, "item_price": 19.99, "title": "Tee", "brand": "Acme",
                "category": "Apparel",
              ], ["id": "SKU-2", "quantity": 1, "item_price": 0],
            ], "content_type": "product", "value": 0, "currency": "EUR",
            "content_ids": ["SKU-1", "SKU-2"], "num_items": 3, "order_id": "T-1001",
          ]
        ),
        fact(
          "a view", .order(("event_name", "view_item"), ("items", [["item_id": "A", "price": 2]])),
          [
            "contents": [["id": "A", "quantity": 1, "item_price": 2]], "content_type": "product",
            "content_ids": ["A"],
          ]
        ),
      ])
    try meta.expect(
      "custom_data.value",
      [
        fact("summed up where none comes", .order(("value", nil)), 39.98),
        fact("left out without a currency", .order(("currency", "€")), nil),
        fact("a decimal comma", .order(("value", "10,99")), 10.99),
        fact("not replaced where it is not a number", .order(("value", "ten")), nil),
        fact("not invented", .order(("value", nil), ("items", nil)), nil),
      ])
    try meta.expect(
      "custom_data.currency",
      [
        fact("upper case", .order(("currency", "usd")), "USD"),
        fact(
          "that of the items",
          .order(("currency", nil), ("items", [["item_id": "A", "price": 1, "currency": "chf"]])),
          "CHF"
        ), fact("not invented", .order(("currency", nil)), nil),
        fact("a currency outside of every list", .order(("currency", "XDR")), "XDR"),
      ])
    try meta.expect(
      "custom_data.num_items",
      [
        fact("a checkout", .order(("event_name", "begin_checkout")), 3),
        fact("not a cart", .order(("event_name", "add_to_cart")), nil),
      ])
  }

  @Test func propertiesHaveTheTypesThatMetaDocuments() throws {
    try meta.expect(
      "custom_data",
      [
        fact(
          "search terms", .visit.with(("event_name", "search"), ("search_term", "tee")),
          ["search_string": "tee"]
        ),
        fact(
          "a registration", .visit.with(("event_name", "sign_up"), ("status", "true")),
          ["status": true]
        ),
        fact(
          "a lead",
          .visit.with(("event_name", "generate_lead"), ("value", "5"), ("currency", "eur")),
          ["value": 5, "currency": "EUR"]
        ),
        fact(
          "a purchase",
          .order(
            ("items", nil), ("predicted_ltv", "120.5"), ("net_revenue", 7), ("content_name", "Tee"),
            ("delivery_category", "in_store"), ("customer_segmentation", "new_customer_to_business")
          ),
          [
            "value": 59.98, "currency": "EUR", "order_id": "T-1001", "content_name": "Tee",
            "predicted_ltv": 120.5, "net_revenue": 7, "delivery_category": "in_store",
            "customer_segmentation": "new_customer_to_business",
          ]
        ),
      ])
  }

  @Test func theEventIsNamedDatedAndPlacedAsMetaWantsIt() throws {
    try meta.expect("event_time", [("seconds", .visit, 1_767_225_600)])
    try meta.expect("action_source", [("a website", .visit, "website")])
    try meta.expect(
      "event_id",
      [
        ("as text", .visit.with(("event_id", 17)), "17"),
        ("zeros before it stay", .visit.with(("event_id", "000001")), "000001"),
        ("the order's number", .order(("event_id", nil)), "T-1001"),
        ("none", .visit.with(("event_id", nil)), nil),
      ])
    try meta.expect(
      "event_source_url",
      [
        ("with its query", .landing("a=1&fbclid=X"), "https://shop.example.com/?a=1&fbclid=X"),
        (
          "without an address in it", .landing("mail=jane.doe%40example.com&a=1"),
          "https://shop.example.com/?mail=redacted&a=1"
        ),
      ])
    try meta.expect(
      "referrer_url",
      [
        (
          "the page before", .visit.with(("page_referrer", "https://example.org/a")),
          "https://example.org/a"
        )
      ])
    try meta.expect("opt_out", [("yes", .visit.with(("opt_out", "true")), true)])
    try meta.expect(
      "event_name",
      [
        ("a page", .visit, "PageView"), ("an order", .order(), "Purchase"),
        ("its own", .visit.with(("event_name", "quiz")), "Quiz"),
        ("a lead", .visit.with(("event_name", "generate_lead")), "Lead"),
      ])
  }

  @Test func limitedDataUseAndTestsAreSaidAsMetaWantsThem() throws {
    let members = ["", "_country", "_state"].map { "data_processing_options\($0)" }
    let hits: [(LimitedDataUse, ServerHit, [JSON?])] = [
      (.off, .visit, [nil, nil, nil]), (.on, .visit, [["LDU"], 0, 0]),
      (.from(.eventData("ldu")), .visit.with(("ldu", true)), [["LDU"], 0, 0]),
      (.from(.eventData("ldu")), .visit.with(("ldu", "false")), [[], nil, nil]),
    ]
    for (use, hit, expected) in hits {
      let options = DestinationTestOptions(limitedDataUse: use, isTest: true)
      for outcome in try meta.outcomes([hit], options, in: [0])[0] {
        for (member, value) in zip(members, expected) {
          let found = outcome.body?.at("data.0.\(member)")
          #expect(found.compactText == value.compactText, "\(use) \(member)")
        }
        #expect(outcome.body?["test_event_code"]?.string == RunningContainer.token)
      }
    }
  }
}
