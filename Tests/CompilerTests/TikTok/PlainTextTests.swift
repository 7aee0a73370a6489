import JSONText
import TagwrightPlan
import Testing

/// What is sent as it is, and somebody's address or number got into it.
@Suite struct PlainTextTests {
  private static let purchase = ServerHit.named("purchase")

  @Test func aTextWithAnAddressOrANumberIsLeftOut() throws {
    var table = MemberCases("properties.description")
    func add(_ given: JSON, isSent: Bool) {
      table.add(
        given.text(.compact), Self.purchase.with(("description", given)), isSent ? given : nil)
    }
    for text in [
      "jane.doe@example.com", "for Jane.Doe+x@Mail.Example.com, please", "<j@example.co>",
      "jane.doe%40example.com", "jane.doe%2540example.com", "müller@exämple.de",
      "+49 1555 000123", "+491555000123", "+49\u{a0}1555\u{a0}000123", "+49%C2%A01555%C2%A0000123",
      "call +1 (213) 373-4253 now", "%2B49%201555%20000123",
    ] {
      add(.string(text), isSent: false)
    }
    for text in [
      "two @ 1.99", "2@1.99", "@shop", "shop@home", "C++", "+12345", "1+1=2", "100 %", "%40",
      "a@b.c",
      "size 4915550001234", "2026-01-01T00:00:00+01:00", "T-shirt, red/blue",
    ] {
      add(.string(text), isSent: true)
    }
    try table.check()
  }

  @Test func thePartOfAnAddressThatNamesSomebodyGivesWay() throws {
    for (member, key) in [("page.url", "page_location"), ("page.referrer", "page_referrer")] {
      var table = MemberCases(member)
      let cases: [(String, String)] = [
        ("?email=jane.doe%40example.com&a=1", "?email=redacted&a=1"),
        ("?email=jane.doe@example.com#jane.doe@example.com", "?email=redacted#redacted"),
        ("?a=%zz&e=jane.doe%40example.com", "?a=%zz&e=redacted"),
        ("?e=jane.doe%2540example.com", "?e=redacted"),
        ("/user/jane.doe@example.com/orders?a=1", "/user/redacted/orders?a=1"),
        ("?tel=%2B49%201555%20000123&b=2", "?tel=redacted&b=2"),
        ("?tel=%2b491555000123", "?tel=redacted"),
        ("?next=%2Flogin%3Fmail%3Djane.doe%40example.com", "?next=redacted"),
        ("/@shop/video?ttclid=E.C.P.a-b_c&q=a+b", "/@shop/video?ttclid=E.C.P.a-b_c&q=a+b"),
        ("?q=100%&a=%C3%A4", "?q=100%&a=%C3%A4"), ("", ""),
      ]
      for (given, expected) in cases {
        let page = "https://shop.example.com/a"
        table.add(
          "\(key) \(given)", ServerHit.named("page_view").with((key, .string(page + given))),
          .string(page + expected))
      }
      try table.check()
    }
  }

  @Test func aMemberOfAnItemWithAnAddressIsLeftOutAlone() throws {
    var table = MemberCases("properties.contents")
    for (key, member) in [
      ("item_name", "content_name"), ("item_brand", "brand"), ("item_category", "content_category"),
    ] {
      var item = JSONObject([.init("item_id", "SKU-1"), .init("price", 5)])
      item[key] = "jane.doe@example.com"
      table.add(
        member, Self.purchase.with(("items", [.object(item)])),
        [["content_type": "product", "content_id": "SKU-1", "price": 5, "quantity": 1]])
    }
    table.add(
      "content_id", Self.purchase.with(("items", [["item_id": "jane.doe@example.com"]])), nil)
    try table.check()
  }

  @Test func noIDIsAnAddress() throws {
    for (member, key) in [
      ("event_id", "event_id"), ("properties.order_id", "transaction_id"),
      ("user.ttclid", "ttclid"), ("user.ttp", "ttp"), ("user.user_agent", "user_agent"),
      ("user.locale", "language"), ("properties.content_ids", "content_ids"),
    ] {
      var table = MemberCases(member)
      table.add(key, Self.purchase.with((key, "jane.doe@example.com")), nil)
      try table.check()
    }
    var city = MemberCases("user.city")
    city.add(
      "a city", Self.purchase.with(("user_data", ["address": ["city": "jane.doe@example.com"]])),
      nil)
    try city.check()
    var device = MemberCases("device")
    device.add(
      "client hints",
      Self.purchase.with(
        (
          "client_hints",
          [
            "model": "jane.doe@example.com", "platform": "Linux",
            "brands": [["brand": "jane.doe@example.com"], ["brand": "A", "version": "1"], "B"],
          ]
        )), ["platform": "Linux", "browser_version_list": [["brand": "A", "version": "1"]]])
    try device.check()
  }

  @Test func theLogNamesWhatWasLeftOut() throws {
    let hit = Self.purchase.with(
      ("description", "jane.doe@example.com"), ("shop_id", "+49 1555 000123"))
    for container in try RunningContainer.usual.get() {
      let outcome = try ContainerRuns([.init(container: container, hit: hit)]).outcomes[0].first?
        .outcome
      let line = outcome?.log.first { $0.contains("without a usable value") }
      #expect(line?.contains("description") == true && line?.contains("shop_id") == true)
      #expect(outcome?.log.allSatisfy { !$0.contains("jane.doe") && !$0.contains("1555") } == true)
    }
  }
}
