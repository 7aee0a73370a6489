/// Swift that must not compile, and what the compiler says to the person who wrote it.
struct ImpossibleCode: Sendable {
  /// What it shows, as the table of requirements names it.
  let name: String
  /// One expression in a line.
  let swift: String
  /// What stands in the compiler's error of this line.
  let message: String

  init(_ name: String, _ swift: String, says message: String) {
    self.name = name
    self.swift = swift
    self.message = message
  }

  static let all: [ImpossibleCode] = purchases + destinations + secrets + sources + reasons + blocks

  private static let purchases = [
    ImpossibleCode(
      "a purchase without value",
      "events { On(\"purchase\", send: .purchase(currency: .eventData(\"c\"), contents: .items)) }",
      says: "missing argument for parameter 'value' in call"),
    ImpossibleCode(
      "a purchase without currency",
      "events { On(\"purchase\", send: .purchase(value: .eventData(\"v\"), contents: .items)) }",
      says: "missing argument for parameter 'currency' in call"),
    ImpossibleCode(
      "a purchase without contents",
      "events { On(\"purchase\", send: .purchase(value: .eventData(\"v\"), currency: .eventData(\"c\"))) }",
      says: "missing argument for parameter 'contents' in call"),
    ImpossibleCode(
      "a view of content without contents", "events { On(\"view_item\", send: .viewContent()) }",
      says: "missing argument for parameter 'contents' in call"),
    ImpossibleCode(
      "an addition to the cart without value",
      "events { On(\"add_to_cart\", send: .addToCart(currency: .eventData(\"c\"), contents: .items)) }",
      says: "missing argument for parameter 'value' in call"),
    ImpossibleCode(
      "contents without saying what they are",
      "events { On(\"view_item\", send: .viewContent(contents: .eventData(\"items\"))) }",
      says: "write '.items(from: .eventData(\"items\"))'"),
    ImpossibleCode(
      "an event that TikTok does not have", "events { On(\"purchase\", send: .purchse()) }",
      says: "type 'TikTok.Event' (aka 'DestinationEvent<TikTok>') has no member 'purchse'"),
    ImpossibleCode(
      "an event's name as a text", "events { On(\"generate_lead\", send: \"Lead\") }",
      says: "name the event by its function: '.lead()'"),
    ImpossibleCode(
      "a mapping to nothing", "events { On(\"generate_lead\") }",
      says: "say what is sent: 'On(\"generate_lead\", send: .lead())'"),
  ]

  private static let destinations = [
    ImpossibleCode(
      "an app without its device",
      "Meta.ActionSource.app(advertiserTracking: plain, applicationTracking: plain)",
      says: "missing argument for parameter 'device' in call"),
    ImpossibleCode(
      "a conversation without the person's id", "Meta.ActionSource.messenger(page: plain)",
      says: "missing argument for parameter 'user' in call"),
    ImpossibleCode(
      "a destination without consent",
      "TikTok(pixelCode: code, accessToken: token, deduplication: shared) {} events: {}",
      says: "missing argument for parameter 'consent' in call"),
    ImpossibleCode(
      "another destination without consent",
      "Meta(pixelID: code, accessToken: token, deduplication: shared) {} events: {}",
      says: "missing argument for parameter 'consent' in call"),
    ImpossibleCode(
      "a destination without deduplication",
      "TikTok(pixelCode: code, accessToken: token, consent: granted) {} events: {}",
      says: "missing argument for parameter 'deduplication' in call"),
    ImpossibleCode(
      "a destination without token",
      "TikTok(pixelCode: code, consent: granted, deduplication: shared) {} events: {}",
      says: "missing argument for parameter 'accessToken' in call"),
    ImpossibleCode(
      "a destination without pixel",
      "TikTok(accessToken: token, consent: granted, deduplication: shared) {} events: {}",
      says: "missing argument for parameter 'pixelCode' in call"),
    ImpossibleCode(
      "consent as a truth value",
      "TikTok(pixelCode: code, accessToken: token, consent: true, deduplication: shared) {} events: {}",
      says: "name the types of consent, '.required(.adStorage)'"),
    ImpossibleCode(
      "deduplication as a text",
      "TikTok(pixelCode: code, accessToken: token, consent: granted, deduplication: \"event_id\") {} events: {}",
      says: "say where the shared id arrives, '.sharedEventID(.eventData(\"event_id\"))'"),
  ]

  private static let secrets = [
    ImpossibleCode(
      "a token as a text",
      "TikTok(pixelCode: code, accessToken: \"0123456789abcdef\", consent: granted, deduplication: shared) {} events: {}",
      says: "name the secret: '.secret(\"TIKTOK_ACCESS_TOKEN\")'"),
    ImpossibleCode(
      "a test code as a text",
      "TikTok(pixelCode: code, accessToken: token, testEventCode: \"TEST12345\", consent: granted, deduplication: shared) {} events: {}",
      says: "name the secret: '.secret(\"TIKTOK_ACCESS_TOKEN\")'"),
    ImpossibleCode(
      "a secret as a source", "events { On(\"a\", send: .lead(value: token)) }",
      says: "cannot convert value of type 'Secret' to expected argument type 'Source'"),
  ]

  private static let sources = [
    ImpossibleCode(
      "a digest that would be hashed again", "Email(digest)",
      says: "a digest belongs behind 'sha256:', so that it is not hashed again"),
    ImpossibleCode(
      "a digest of a number that would be hashed again", "Phone(digest, defaultCountryCode: nil)",
      says: "a digest belongs behind 'sha256:', so that it is not hashed again"),
    ImpossibleCode(
      "a digest of an id that would be hashed again", "ExternalID(digest)",
      says: "a digest belongs behind 'sha256:', so that it is not hashed again"),
    ImpossibleCode(
      "a plain value as a digest", "Email(sha256: plain)",
      says: "cannot convert value of type 'Source' to expected argument type 'HashedSource'"),
    ImpossibleCode(
      "the same digest for everybody", "Email(sha256: .constant(\"0\"))",
      says: "type 'HashedSource' has no member 'constant'"),
    ImpossibleCode(
      "a phone number without a word on its country", "Phone(.eventData(\"phone\"))",
      says: "missing argument for parameter 'defaultCountryCode' in call"),
    ImpossibleCode(
      "a text as a source", "Email(\"user_data.email_address\")",
      says: "say where the value comes from: '.eventData(\"value\")'"),
    ImpossibleCode(
      "a number as a source", "events { On(\"a\", send: .lead(value: 5)) }",
      says: "say where the value comes from: '.eventData(\"value\")'; '.constant(5)'"),
    ImpossibleCode(
      "a fraction as a source", "events { On(\"a\", send: .lead(value: 9.5)) }",
      says: "say where the value comes from: '.eventData(\"value\")'; '.constant(9.5)'"),
    ImpossibleCode(
      "a lifetime without unit", "ClickID(.cookie(\"ttclid\"), keptInCookieFor: 30)",
      says: "say in which unit: '.days(30)'"),
    ImpossibleCode(
      "a trigger's name without a word on what it is",
      "RawTag(\"Partner\", type: \"partner\", firing: [\"Purchase\"])",
      says: "refer to a trigger by its name: '.named(\"Purchase\")'"),
  ]

  private static let reasons = [
    ImpossibleCode(
      "consent that is waived without a word", "Consent.waived()",
      says: "missing argument for parameter 'because' in call"),
    ImpossibleCode(
      "consent to nothing", "Consent.required()",
      says: "missing argument for parameter #1 in call"),
    ImpossibleCode(
      "no deduplication without a word", "Deduplication.notNeeded()",
      says: "missing argument for parameter 'because' in call"),
    ImpossibleCode(
      "an allowance without a word",
      "events { On(\"a\", send: .lead()).allowing(.formSubmitAsLead) }",
      says: "missing argument for parameter 'because' in call"),
    ImpossibleCode(
      "an error that is allowed",
      "events { On(\"a\", send: .lead()).allowing(.personalDataAsProperty, because: \"…\") }",
      says: "type 'RuleName' has no member 'personalDataAsProperty'"),
  ]

  private static let blocks = [
    ImpossibleCode(
      "an event outside of a destination",
      "ServerContainer(\"Shop\", publicID: \"GTM-ABC1234\") { On(\"a\", send: TikTok.Event.lead()) }",
      says: "an On(\"event\", send: …) entry belongs into the 'events:' block of a destination"),
    ImpossibleCode(
      "a match key among events",
      "TikTok(pixelCode: code, accessToken: token, consent: granted, deduplication: shared) {} events: { IPAddress() }",
      says: "an event map lists On(\"event\", send: …) entries"),
    ImpossibleCode(
      "a text among events", "events { \"purchase\" }",
      says: "say what is sent: 'On(\"generate_lead\", send: .lead())'"),
    ImpossibleCode(
      "an event among match keys",
      "TikTok(pixelCode: code, accessToken: token, consent: granted, deduplication: shared) { On(\"a\", send: TikTok.Event.lead()) } events: {}",
      says: "an On(\"event\", send: …) entry belongs into the 'events:' block of a destination"),
  ]

  /// The same the right way: nothing is wrong with these.
  static let possible = [
    "events { On(\"purchase\", send: TikTok.Event.purchase(value: .eventData(\"v\"), currency: .eventData(\"c\"), contents: .items)) }",
    "events { On(\"a\", where: .eventData(\"a\") == \"de\", .eventData(\"b\") > 0, send: TikTok.Event.lead(value: .constant(5))) }",
    "TikTok(pixelCode: code, accessToken: token, consent: granted, deduplication: shared) {} events: {}",
    "TikTok(pixelCode: code, accessToken: token, testEventCode: nil, consent: granted, deduplication: shared) {} events: {}",
    "Email(.eventData(\"user_data.email_address\"), sha256: .eventData(\"user_data.sha256_email_address\"))",
    "Phone(.eventData(\"p\"), sha256: digest, defaultCountryCode: nil)",
    "ClickID(.cookie(\"ttclid\"), keptInCookieFor: .days(30))",
    "RawTag(\"Partner\", type: \"partner\", firing: [.named(\"Purchase\")])",
    "events { On(\"a\", send: TikTok.Event.lead()).allowing(.formSubmitAsLead, because: \"…\") }",
  ]
}
