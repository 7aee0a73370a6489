@testable import Compiler
import JSONText
import SandboxedJS
import TagwrightPlan
import Templates

// The compiler's half of the destination that the article on adding one invents; its blocks are the text of this file.

extension Postbox: CompiledDestination {
  static let profile = DestinationProfile(
    name: "Postbox", api: "Events API",
    account: [
      AccountField(
        field: "account", label: "Account", shownName: "Account", variable: "Account",
        example: "10001", isNumeric: true)
    ],
    delivery: delivery, objects: ["person", "order"],
    event: .record([
      "name": .eventName, "time": .seconds, "person": .object("person"),
      "order": .object("order"),
    ]),
    body: .record(["events": .list([.object(Envelope.event)])]),
    vocabulary: EventVocabulary(["visit": .pageView, "order": .purchase]),
    person: (object: "person", forms: person), commerce: commerce,
    page: (url: MemberPlace(Envelope.event, "page"), referrer: nil),
    eventID: MemberPlace(Envelope.event, "id"),
    click: IdentifierForm(
      urlParameter: "pbclick", cookie: "_pb", eventData: "pbclick",
      origin: .urlParameter(name: "pbclick"), isRenewed: false),
    browser: nil, pixel: nil, testing: nil, modules: TemplateSources.postbox, setUp: setUp)

  func ownMembers(of event: On<EventPayload>) -> [Member] { [] }
}

extension Postbox {
  private static let delivery = Delivery(
    address: [
      .text("https://events.postbox.example/v1/accounts/"), .account(0), .text("/events"),
    ],
    authentication: .header("Authorization", prefix: "Bearer "), message: ["answer.reason"],
    accepted: "answer.taken === true", acceptedAnswer: #"{"taken":true}"#,
    refusal: (
      words: "with 'taken' false", status: 200, body: #"{"taken":false,"reason":"no account"}"#
    ))
}

extension Postbox {
  private static let person: [MatchKey.Kind: PersonForm] = [
    .email: PersonForm("mail", "E-mail", .email, isHashed: true, arity: .first),
    .externalID: PersonForm("customer", "Customer number", .customerNumber),
    .clickID: PersonForm("click", "Click id", .identifier),
  ]

  private static let commerce = CommerceForm(
    object: "order", contents: "products", hasContentType: false,
    fields: [
      .init("sku", "impersonal", "item.item_id", "12345", "SKU-2"),
      .init("price", "number", "item.price", CommerceForm.examplePrice, 0),
      .init("quantity", "count", "item.quantity, missing(item.quantity) && 1", 2, 1),
    ], hasTypedContents: false, identifies: ["sku"], id: "sku", price: "price",
    orderID: ["number"], query: [])
}

extension Conversion {
  fileprivate static let customerNumber = Conversion("customerNumber", example: "4711")
}

extension Postbox {
  private static let setUp = SetUpForm(
    pixelProof: "Postbox lists the account", tokenProof: "it is kept where secrets are kept",
    accountTitle: "note the account's number", accountProof: "the plan has the digits",
    accountRules: [.numericID], eventRules: [], contentsRules: [],
    testProof: "'test' passes", qualityProof: "Postbox shows the last event of the account")
}

extension TemplateSources {
  /// The script of the article itself.
  static let postbox: [TemplateSource] = [
    TemplateSource(name: "customerNumber", code: Array(AddingADestination.script.utf8))
  ]
}

extension Postbox {
  init(reading declaration: DestinationDeclaration, _ options: ReadOptions) {
    self.init(declaration)
  }
}
