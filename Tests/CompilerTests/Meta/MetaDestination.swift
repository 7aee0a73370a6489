import JSONText
import TagwrightPlan

extension TestedDestination {
  static let meta = TestedDestination(
    name: "Meta", plan: MetaPlan.meta, eventPath: "data.0",
    address: "https://graph.facebook.com/v26.0/1234567890123456/events",
    token: .body("access_token"), permitted: "https://graph.facebook.com/v26.0/*/events",
    accepted: Answer(body: #"{"events_received":1,"messages":[],"fbtrace_id":"A"}"#),
    answers: MetaPlan.answers, body: MetaPlan.body)
}

/// A plan that uses what a plan can say of Meta, and what Meta documents of a request.
enum MetaPlan {
  static func meta(_ options: DestinationTestOptions) -> Meta {
    Meta(
      pixelID: "1234567890123456", accessToken: .secret("TOKEN"),
      testEventCode: options.isTest ? .secret("TOKEN") : nil, consent: options.consent,
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id")),
      limitedDataUse: options.limitedDataUse, optOut: .eventData("opt_out")
    ) {
      person
      address
      browser
    } events: {
      shopping
      others
    }.layout(options.layout).sources(options.style)
  }

  @MatchKeyBuilder private static var person: [MatchKey] {
    Email(
      .eventData("user_data.email_address"), sha256: .eventData("user_data.sha256_email_address"))
    Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
    ExternalID(.eventData("user_id"))
    BirthDate(.eventData("user_data.birth_date"))
    Gender(.eventData("user_data.gender"))
    SubscriptionID(.eventData("subscription_id"))
    FacebookLoginID()
    LeadID(.eventData("lead_id"))
  }

  private static func part(_ name: String) -> [Source] {
    [.eventData("user_data.address.\(name)"), .eventData("user_data.address.0.\(name)")]
  }

  @MatchKeyBuilder private static var address: [MatchKey] {
    FirstName(
      part("first_name")[0], part("first_name")[1],
      sha256: .eventData("user_data.address.sha256_first_name"))
    LastName()
    ZipCode()
    City(part("city")[0], part("city")[1], sha256: .eventData("user_data.address.sha256_city"))
    State()
    Country()
  }

  @MatchKeyBuilder private static var browser: [MatchKey] {
    ClickID(keptInCookieFor: .days(90))
    BrowserID(keptInCookieFor: .days(90))
    IPAddress()
    UserAgent()
  }

  private static let value = Source.eventData("value")
  private static let currency = Source.eventData("currency")

  @EventMapBuilder<Meta.Event> private static var shopping: [On<Meta.Event>] {
    On("page_view", send: .pageView())
    On("view_item", send: .viewContent(contents: .items))
    On("add_to_cart", send: .addToCart(value: value, currency: currency, contents: .items))
    On(
      "begin_checkout",
      send: .initiateCheckout(value: value, currency: currency, contents: .items))
    On(
      "purchase",
      send: .purchase(
        value: value, currency: currency, contents: .items, orderID: .eventData("transaction_id"),
        properties: properties))
  }

  private static let properties: [Meta.Property] = [
    .contentName(.eventData("content_name")), .contentCategory(.eventData("content_category")),
    .predictedLifetimeValue(.eventData("predicted_ltv")), .netRevenue(.eventData("net_revenue")),
    .deliveryCategory(.eventData("delivery_category")),
    .customerSegmentation(.eventData("customer_segmentation")),
  ]

  @EventMapBuilder<Meta.Event> private static var others: [On<Meta.Event>] {
    On("search", send: .search(query: .eventData("search_term")))
    On("generate_lead", send: .lead(value: value, currency: currency))
    On(
      "sign_up", send: .completeRegistration(properties: [.status(.eventData("status"))]))
    On("quiz", send: .custom("Quiz"))
  }

  /// The documented errors; an unreadable body of a success is one, too.
  static let answers: [(answer: Answer, isAccepted: Bool)] = [
    (Answer(body: #"{"events_received":1,"messages":[],"fbtrace_id":"A"}"#), true),
    (Answer(body: ""), true), (Answer(body: #"{"events_received":0}"#), false),
    (Answer(status: 400, body: #"{"events_received":1}"#), false),
    (Answer(body: #"{"error":{"code":190}}"#), false),
    (Answer(status: 401, body: #"{"error":{"code":190,"error_subcode":463}}"#), false),
    (
      Answer(
        status: 400, body: #"{"error":{"code":100,"error_subcode":2804050,"fbtrace_id":"A"}}"#),
      false
    ),
    (Answer(status: 500, body: #"{"error":{"code":2,"is_transient":true}}"#), false),
    (Answer(body: #"{"error":"text"}"#), false), (Answer(body: "[]"), true),
    (Answer(body: "null"), true), (Answer(status: 429, body: ""), false),
  ]

  private static let digests = BodyForm.list(.digest)

  static let body = BodyForm.object(
    ["data": .list(event), "access_token": .text, "test_event_code": .text],
    required: ["data", "access_token"])

  private static let event = BodyForm.object(
    [
      "event_name": .text, "event_time": .integer, "event_id": .text,
      "action_source": .constant("website"), "event_source_url": .text, "referrer_url": .text,
      "user_data": user, "custom_data": custom, "opt_out": .boolean,
      "data_processing_options": .oneOf([["LDU"], []]),
      "data_processing_options_country": .constant(0),
      "data_processing_options_state": .constant(0),
    ], required: ["event_name", "event_time", "action_source", "user_data"])

  private static let user = BodyForm.object([
    "em": digests, "ph": digests, "external_id": digests, "fn": digests, "ln": digests,
    "zp": digests, "ct": digests, "st": digests, "country": digests, "db": digests,
    "ge": digests, "fbc": .text, "fbp": .text, "client_ip_address": .address,
    "client_user_agent": .text, "subscription_id": .text, "fb_login_id": .anyOf([.integer, .text]),
    "lead_id": .anyOf([.integer, .text]),
  ])

  private static let content = BodyForm.object(
    [
      "id": .text, "quantity": .integer, "item_price": .number, "title": .text, "brand": .text,
      "category": .text,
    ], required: ["id"])

  private static let custom = BodyForm.object([
    "value": .number, "currency": .text, "contents": .list(content), "content_ids": .texts,
    "content_type": .oneOf(["product", "product_group"]), "num_items": .integer,
    "order_id": .text, "search_string": .text, "content_name": .text, "content_category": .text,
    "predicted_ltv": .number, "net_revenue": .number, "status": .boolean,
    "delivery_category": .text, "customer_segmentation": .text,
  ])
}
