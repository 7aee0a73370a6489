import JSONText
import SandboxedJS
import TagwrightPlan
import Templates

extension Meta: CompiledDestination {
  /// The version of the Graph API that requests name, released on 2026-07-29.
  static let graphVersion = APIVersion(
    name: "v26.0", end: CalendarDay(2028, 7, 29), notice: 182,
    estimate: "Meta has named no day yet: it answers a version for two years at least")

  static let profile = DestinationProfile(
    name: "Meta", api: "Conversions API",
    account: [
      AccountField(
        field: "pixel_id", label: "Pixel id", shownName: "Pixel", variable: "Pixel ID",
        example: "1000000000000001", isNumeric: true, planLabel: "pixelID",
        planExample: "1234567890123456",
        place: "The id of the pixel or data set, as Meta's Events Manager shows it.")
    ],
    delivery: delivery, objects: ["user", "custom"],
    pairs: [(MemberPlace("custom", "value"), other: "currency")],
    event: .record([
      "event_name": .eventName, "event_time": .seconds, "user_data": .object("user"),
      "custom_data": .object("custom"),
    ]),
    body: .record(["data": .list([.object(Envelope.event)]), "access_token": .token]),
    vocabulary: vocabulary, person: (object: "user", forms: person), commerce: commerce,
    page: (url: .event("event_source_url"), referrer: .event("referrer_url")),
    eventID: .event("event_id"),
    click: IdentifierForm(
      urlParameter: "fbclid", cookie: "_fbc", eventData: "fbc", origin: .cookie(name: "_fbc"),
      isRenewed: false),
    browser: IdentifierForm(
      cookie: "_fbp", eventData: "fbp", origin: .cookie(name: "_fbp"),
      isRenewed: true),
    pixel: pixel, testing: testing,
    needs: [("identified(user)", "nothing that Meta identifies a person by")],
    tokenPatterns: [
      TokenPattern("an access token of Meta", secret: "META_ACCESS_TOKEN") {
        $0.count >= 60 && $0.starts(with: "EAA".utf8)
      }
    ], modules: TemplateSources.meta, setUp: setUp)

  /// The body decides, whatever the status; errors name a code, a more exact one and an id for Meta's support.
  private static let delivery = Delivery(
    address: [
      .text("https://graph.facebook.com/\(graphVersion.name)/"), .account(0), .text("/events"),
    ],
    authentication: .body(member: "access_token"), version: graphVersion,
    message: [
      "(answer.error || answer).code", "(answer.error || answer).error_subcode",
      "(answer.error || answer).fbtrace_id",
    ],
    accepted: "response.statusCode < 300 && !answer.error && answer.events_received !== 0",
    acceptedAnswer: #"{"events_received":1,"messages":[],"fbtrace_id":"ASIMULATED"}"#,
    refusal: (
      words: "with an error, or that it received no event", status: 200,
      body: #"{"events_received":0,"messages":[]}"#
    ), timeout: 1_500)

  static let vocabulary = EventVocabulary([
    "AddPaymentInfo": .addPaymentInfo, "AddToCart": .addToCart, "AddToWishlist": .addToWishlist,
    "CompleteRegistration": .registration, "Contact": .contact,
    "CustomizeProduct": .customizeProduct, "Donate": .donate, "FindLocation": .findLocation,
    "InitiateCheckout": .checkout, "Lead": .lead, "PageView": .pageView, "Purchase": .purchase,
    "Schedule": .schedule, "Search": .search, "StartTrial": .startTrial,
    "SubmitApplication": .submitApplication, "Subscribe": .subscribe,
    "ViewContent": .viewContent,
  ])

  /// The members of `user_data`; what is hashed is a list.
  private static let person: [MatchKey.Kind: PersonForm] = [
    .email: hashed("em", "E-mail", .email),
    .phone: PersonForm(
      "ph", "Phone", isHashed: true, arity: .list, takesDigests: false, pixelName: "ph"
    ) { .digits(countryCode: $0.defaultCountryCode) },
    .externalID: hashed("external_id", "External id", .reference),
    .firstName: hashed("fn", "First name", .hashedName),
    .lastName: hashed("ln", "Last name", .hashedName),
    .zipCode: hashed("zp", "Postal code", .postcode),
    .city: hashed("ct", "City", .letters), .state: hashed("st", "State", .region),
    .country: hashed("country", "Country", .nation),
    .birthDate: hashed("db", "Date of birth", .birthday),
    .gender: hashed("ge", "Gender", .gender),
    .clickID: PersonForm("fbc", "Click id", .fbc),
    .browserID: PersonForm("fbp", "Browser id", .composite),
    .ipAddress: PersonForm("client_ip_address", "IP address", .address),
    .userAgent: PersonForm("client_user_agent", "User agent", .text),
    .subscriptionID: PersonForm("subscription_id", "Subscription id", .text),
    .facebookLoginID: PersonForm("fb_login_id", "Facebook login id", .whole),
    .leadID: PersonForm("lead_id", "Lead id", .leadID),
  ]

  private static func hashed(
    _ name: String, _ label: String, _ conversion: Conversion
  ) -> PersonForm {
    PersonForm(name, label, conversion, isHashed: true, arity: .list, pixelName: name)
  }

  /// Contents without an id cost the whole event; a value without a currency may.
  private static let commerce = CommerceForm(
    object: "custom", needsMoney: true,
    fields: [
      .init("id", "impersonal", "item.id, item.item_id", "12345", "SKU-2"),
      .init("quantity", "count", "item.quantity, missing(item.quantity) && 1", 2, 1),
      .init(
        "item_price", "number", "item.item_price, item.price", CommerceForm.examplePrice, 0),
      .init("title", "impersonal", "item.title, item.item_name", "Tee", nil),
      .init("brand", "impersonal", "item.brand, item.item_brand", "Example", nil),
      .init("category", "impersonal", "item.category, item.item_category", "Apparel", nil),
    ],
    hasTypedContents: false, identifies: ["id"], id: "id", price: "item_price",
    orderID: ["order_id"], query: ["search_string"],
    derived: [.ids, .pieces("num_items", roles: [.checkout, .purchase])])

  private static let setUp = SetUpForm(
    pixelProof: "Events Manager lists it as a data set, with the Conversions API connected",
    tokenProof:
      "it is kept where secrets are kept: Meta shows it once, and nothing here holds it",
    accountTitle: "note the pixel id",
    accountProof: "the plan has the digits that Events Manager shows",
    accountRules: [.numericID], eventRules: [], contentsRules: [],
    testProof: "'test' passes, and a real conversion shows under Test Events",
    qualityProof: "after two days Events Manager shows it for each event")

  /// Neither an app nor a messenger has a page with a pixel, and a messenger no browser.
  var ownProfile: DestinationProfile {
    var profile = Self.profile
    let required = actionSource.required.map { "\($0.object).\($0.name)" }.joined(separator: ", ")
    guard !required.isEmpty else { return profile }
    profile.needs.append(
      ("[\(required)].every((value) => value !== undefined)", "not all that its place needs"))
    profile.pixel = nil
    profile.page = (nil, nil)
    if actionSource.name == "app" {
      profile.objects.append("app")
      profile.collected = [CollectedMember(place: .event("app_data"), object: "app")]
    } else {
      let ofBrowsers: [MatchKey.Kind] = [.ipAddress, .userAgent, .clickID, .browserID]
      for kind in ofBrowsers { profile.person.forms[kind] = nil }
    }
    return profile
  }

  func ownMembers(of event: On<EventPayload>) -> [Member] {
    var members = [Member.option("action_source", .string(actionSource.name))]
    members += actionSource.required.map { object, name, source in
      let ofApp = name == "extinfo" ? Conversion.appDevice : .truth
      return .option(name, source, object == "app" ? ofApp : .text, in: object)
    }
    if let optOut { members.append(.option("opt_out", optOut, .truth)) }
    switch declaration.limitedDataUse {
    case .off: return members
    case .on: members.append(.option("data_processing_options", ["LDU"]))
    case .from(let source):
      let field = "limited_data_use"
      members.append(.option("data_processing_options", source, .limited, pixelField: field))
    }
    return members
      + [("country", region.country), ("state", region.state)].flatMap {
        Member.option(
          "data_processing_options_\($0)", .number(JSONNumber($1)), declaration.limitedDataUse)
      }
  }

  var ownSecrets: [BodySecret] {
    [appSecretProof].compactMap(\.self).map {
      BodySecret(
        member: "appsecret_proof", label: "App secret proof", variable: "App Secret Proof",
        help: "The HMAC-SHA256 of the token with the app's secret, in hexadecimal digits.",
        secret: $0)
    }
  }
}
