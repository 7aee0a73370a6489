import Foundation
import JSONText
import SandboxedJS
import Simulator
import TagwrightPlan
import Testing

/// Texts that stand for nothing, in every place that a hit has for a value: none of them is sent, kept or hashed.
@Suite struct MissingWordTests {
  private static let fields = [
    "event_id", "transaction_id", "value", "currency", "ip_override", "ip", "user_agent",
    "language",
    "user_id", "tt_external_id", "page_referrer", "ttclid", "ttp", "query", "search_term",
    "tt_content_type", "num_items", "content_ids", "description", "shop_id", "content_category",
    "delivery_category", "predicted_ltv", "status", "a_text", "a_number", "an_integer",
    "some_texts",
    "client_hints", "fbc", "fbp", "epik", "rdt_cid", "opt_out", "subscription_id", "lead_id",
    "content_name", "net_revenue", "customer_segmentation",
  ]
  private static let personFields = [
    "email_address", "email", "phone_number", "sha256_email_address", "sha256_phone_number",
    "birth_date", "gender", "fb_login_id",
  ]
  private static let addressFields = [
    "first_name", "last_name", "postal_code", "city", "region", "country",
    "sha256_first_name", "sha256_city",
  ]
  private static let itemFields = [
    "item_id", "item_name", "item_brand", "item_category", "item_category3", "content_id", "id",
    "price", "quantity", "currency",
  ]

  /// A word in any case with blanks around, or its digest.
  private static func word(_ random: inout RandomHits) -> String {
    let word = MissingText.examples.randomElement(using: &random) ?? "undefined"
    let blanks = ["", " ", "\t", "\u{a0}", "\n "]
    let isDigest =
      ["undefined", "null", "NaN", "(not set)", "(none)", "-"].contains(word)
      && Int.random(in: 0..<3, using: &random) == 0
    let text = isDigest ? Digest.hexadecimal(word) : word
    let cased = [text, text.uppercased(), text.lowercased()].randomElement(using: &random) ?? text
    return (blanks.randomElement(using: &random) ?? "") + cased
      + (blanks.randomElement(using: &random) ?? "")
  }

  private static func object(_ keys: [String], _ random: inout RandomHits) -> JSON {
    .object(JSONObject(keys.map { .init($0, .string(word(&random))) }))
  }

  static func hit(_ random: inout RandomHits) -> ServerHit {
    let name = ["purchase", "add_to_cart", "search"].randomElement(using: &random) ?? "purchase"
    var data = object(fields, &random).object ?? JSONObject()
    data["event_name"] = .string(name)
    let click = URIEncoding.encode(word(&random), as: .component)
    data["page_location"] = .string("https://shop.example.com/?ttclid=\(click)")
    data["items"] = [object(itemFields, &random)]
    var person = object(personFields, &random).object ?? JSONObject()
    person["address"] = object(addressFields, &random)
    data["user_data"] = .object(person)
    var hit = ServerHit(eventData: .object(data))
    for name in ["ttclid", "_ttp", "_fbc", "_fbp", "_epik", "_rdt_uuid"] {
      hit.cookies[name] = URIEncoding.encode(word(&random), as: .component)
    }
    return hit
  }

  @Test func noneOfThemIsAValueInAnyLayoutAndStyle() throws {
    var random = RandomHits(seed: 11)
    let hits = (0..<8).map { _ in Self.hit(&random) }
    let containers = try RunningContainer.usual.get()
    let cases = hits.flatMap { hit in
      containers.map { ContainerRuns.Case(container: $0, hit: hit) }
    }
    for (one, outcomes) in zip(cases, try ContainerRuns(cases).outcomes) {
      let facts = one.hit.eventData.text(.compact)
      let outcome = try #require(outcomes.first?.outcome, "\(facts)")
      #expect(outcome.thrown == nil && outcome.cookies.isEmpty, "\(facts)")
      var event = outcome.body?.at("data.0")?.object ?? JSONObject()
      for name in ["event", "event_time", "page"] { event[name] = nil }
      #expect(JSON.object(event).text(.compact) == #"{"user":{},"properties":{}}"#, "\(facts)")
      #expect(outcome.log.contains { $0.contains("without a usable value") })
      #expect(outcome.log.contains { $0.contains("no event_id") })
    }
  }

  @Test("a quantity that stands for nothing is one, and the log says that it was not usable")
  func quantity() throws {
    let hits = [JSON.string("undefined"), "(not set)", .null, ""].map { quantity in
      ServerHit.named("purchase").with(
        ("items", [["item_id": "a", "price": 5, "quantity": quantity]]))
    }
    let containers = try RunningContainer.usual.get()
    let cases = hits.flatMap { hit in
      containers.map { ContainerRuns.Case(container: $0, hit: hit) }
    }
    for (one, outcomes) in zip(cases, try ContainerRuns(cases).outcomes) {
      let outcome = try #require(outcomes.first?.outcome)
      #expect(outcome.body?.at("data.0.properties.contents.0.quantity") == 1)
      let isWord =
        one.hit.eventData.text(.compact).contains("\"quantity\":\"u")
        || one.hit.eventData.text(.compact).contains("\"quantity\":\"(")
      #expect(
        outcome.log.contains { $0.contains("without a usable value") && $0.contains("quantity") }
          == isWord, "\(outcome.log)")
    }
  }

  @Test func theNextSourceIsTaken() throws {
    var id = MemberCases("event_id")
    var click = MemberCases("user.ttclid")
    for word in MissingText.examples {
      id.add(
        word,
        ServerHit.named("purchase").with(("event_id", .string(word)), ("transaction_id", "T1")),
        "T1")
      let page = "https://shop.example.com/?ttclid=\(URIEncoding.encode(word, as: .component))"
      var hit = ServerHit.named("page_view").with(("page_location", .string(page)))
      hit.cookies["ttclid"] = "E.C.P.cookie"
      click.add(word, hit, "E.C.P.cookie")
    }
    try id.check()
    try click.check()
  }

  /// Words that many visitors and orders have who have no id: one id for all of them would merge what does not belong
  /// together. The name of a product may be such a word.
  @Test func aWordThatManyShareIsNoID() throws {
    var event = MemberCases("event_id")
    var order = MemberCases("properties.order_id")
    var person = MemberCases("user.external_id")
    var click = MemberCases("user.ttclid")
    var product = MemberCases("properties.contents.0.content_name")
    for word in [
      "None", "false", "TRUE", "unknown", " Guest ", "anonymous", "unset", "Infinity", "-infinity",
    ] {
      let hit = ServerHit.named("purchase").with(("transaction_id", .string(word)))
      event.add(word, hit.with(("event_id", .string(word))), nil)
      order.add(word, hit, nil)
      person.add(word, hit.with(("user_id", .string(word))), nil)
      click.add(word, hit.with(("ttclid", .string(word))), nil)
      product.add(
        word, hit.with(("items", [["item_id": "a", "price": 5, "item_name": .string(word)]])),
        .string(word.trimmingCharacters(in: .whitespaces)))
    }
    for cases in [event, order, person, click, product] { try cases.check() }
  }
}
