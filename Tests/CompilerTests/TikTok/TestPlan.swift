import Foundation
import JSONText
import TagwrightPlan
import TestSupport

/// What may differ between plans.
struct TestOptions {
  var layout: Layout = .tagPerEvent
  var style: SourceStyle = .visible
  var consent: Consent = .waived(because: "a test")
  var testEventCode: Secret?
  var limitedDataUse: TikTok.LimitedDataUse = .off
  var clientHints: Source? = .eventData("client_hints")
  var missingValue: TikTok.MissingValue = .fromContents
  var outcome: TikTok.Outcome = .ofTheAnswer
  var logging: ConsoleLogging = .preview
  var countryCode: String? = "49"

  /// The ways in which one plan can be laid out: each layout and each style in every run.
  static let arrangements: [(layout: Layout, style: SourceStyle)] =
    [
      (.tagPerEvent, .visible), (.tagPerEvent, .inline), (.lookupTable, .inline),
      (.tagPerEvent(template: .shared), .visible),
    ]
    + (TestRun.isThorough
      ? [(.lookupTable, .visible), (.tagPerEvent(template: .shared), .inline)] : [])

  /// These options in each layout and style.
  var arranged: [TestOptions] {
    Self.arrangements.map { arrangement in
      var options = self
      options.layout = arrangement.layout
      options.style = arrangement.style
      return options
    }
  }
}

/// A plan that uses everything a plan can say of TikTok.
enum TestPlan {
  /// A plan of one event, for what needs no more.
  static func small(
    _ mapping: On<TikTok.Event>, consent: Consent = .waived(because: "a test"),
    sources: SourceStyle = .visible, layout: Layout = .tagPerEvent,
    @MatchKeyBuilder userData: () -> [MatchKey] = { [] }
  ) -> TikTok {
    TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN"), consent: consent,
      deduplication: .notNeeded(because: "a test"), layout: layout, sources: sources,
      userData: userData
    ) { mapping }
  }

  static func tikTok(_ options: TestOptions = TestOptions()) -> TikTok {
    TikTok(
      pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN"),
      testEventCode: options.testEventCode, consent: options.consent,
      deduplication: .sharedEventID(.eventData("event_id"), purchase: .eventData("transaction_id")),
      limitedDataUse: options.limitedDataUse, clientHints: options.clientHints,
      missingValue: options.missingValue, outcome: options.outcome, logging: options.logging,
      layout: options.layout, sources: options.style
    ) {
      person(options)
      address
      browser
    } events: {
      shopping
      others
    }
  }

  @MatchKeyBuilder private static func person(_ options: TestOptions) -> [MatchKey] {
    Email(
      .eventData("user_data.email_address"), .eventData("user_data.email"),
      sha256: .eventData("user_data.sha256_email_address"))
    Phone(
      .eventData("user_data.phone_number"), sha256: .eventData("user_data.sha256_phone_number"),
      defaultCountryCode: options.countryCode)
    ExternalID(.eventData("tt_external_id"), .eventData("user_id"))
  }

  @MatchKeyBuilder private static var address: [MatchKey] {
    FirstName()
    LastName()
    ZipCode()
    City()
    State()
    Country()
    Language()
  }

  @MatchKeyBuilder private static var browser: [MatchKey] {
    ClickID(
      .urlParameter("ttclid"), .cookie("ttclid"), .eventData("ttclid"), keptInCookieFor: .days(30))
    BrowserID(.cookie("_ttp"), .eventData("ttp"), keptInCookieFor: .days(390))
    IPAddress(.eventData("ip_override"), .eventData("ip"))
    UserAgent()
  }

  private static let value = Source.eventData("value")
  private static let currency = Source.eventData("currency")
  private static let items = TikTok.Contents.items(
    from: .firstOf(.eventData("tt_contents"), .eventData("items")),
    type: .from(.eventData("tt_content_type")))

  @EventMapBuilder<TikTok.Event> private static var shopping: [On<TikTok.Event>] {
    On("page_view", send: .pageview())
    On("view_item", send: .viewContent(contents: .items))
    On("add_to_cart", send: .addToCart(value: value, currency: currency, contents: items))
    On(
      "purchase",
      send: .purchase(
        value: value, currency: currency, contents: .items, orderID: .eventData("transaction_id"),
        properties: properties))
    On("search", send: .search(query: .firstOf(.eventData("query"), .eventData("search_term"))))
  }

  private static let properties: [TikTok.Property] = [
    .description(.eventData("description")), .shopID(.eventData("shop_id")),
    .itemCount(.eventData("num_items")), .contentIDs(.eventData("content_ids")),
    .contentCategory(.eventData("content_category")),
    .deliveryCategory(.eventData("delivery_category")),
    .predictedLifetimeValue(.eventData("predicted_ltv")), .status(.eventData("status")),
    .custom("a_text", .eventData("a_text")),
    .custom("a_number", .eventData("a_number"), as: .number),
    .custom("an_integer", .eventData("an_integer"), as: .integer),
    .custom("some_texts", .eventData("some_texts"), as: .texts),
  ]

  @EventMapBuilder<TikTok.Event> private static var others: [On<TikTok.Event>] {
    On(
      "generate_lead", send: .lead(), eventID: .eventData("lead_id"),
      userData: {
        Email(
          .eventData("lead_email"), sha256: .eventData("user_data.sha256_email_address"))
        ExternalID(.eventData("lead_user"))
      })
    On("sources", send: .custom("Sources", properties: sources))
  }

  private static let sources: [TikTok.Property] = [
    .custom(
      "looked_up",
      .lookupTable(
        "Looked up", of: .eventData("plan"), ["basic": "Basic plan", "7": "Seven"], default: "Other"
      )),
    .custom(
      "matched",
      .regexTable(
        "Matched", of: .urlParameter("campaign"), ["summer.*": "Summer", "win(ter)?": "Winter"])),
    .custom("case_matters", caseMatters),
    .custom(
      "first",
      .firstOf(.eventData("deep.0.key"), .cookie("first"), .constant("it's a constant"))),
    .custom("header", .requestHeader("X-Test")), .custom("query_parameter", .queryParameter("id")),
    .custom("constant", .constant("fixed")), .custom("name", .builtIn(.eventName)),
  ]

  private static let caseMatters = Source.regexTable(
    "Case matters", of: .eventData("plan"), ["Basic": "upper", "asi": "part"], default: "none",
    ignoresCase: false, matchesWhole: false)
}

extension On where Event == TikTok.Event {
  /// A page view.
  static var page: On { On("page_view", send: .pageview()) }
}
