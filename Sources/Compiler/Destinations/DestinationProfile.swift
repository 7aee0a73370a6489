import JSONText
import TagwrightPlan
import Templates

/// What the other side of a destination is: whom events are for, how they get there, what they may say.
///
/// All that any destination has in common is made from this and from the events of a plan.
struct DestinationProfile: Sendable {
  /// Such as `TikTok`.
  let name: String
  /// Such as `Events API`.
  let api: String
  /// Such as `TikTok Events API`.
  var service: String { "\(name) \(api)" }
  /// The first is the pixel's.
  let account: [AccountField]
  /// The purpose of the account's fields, for notes and help texts.
  var accountPurpose: String { "The account at \(name) that gets the events." }
  let delivery: Delivery
  /// The objects that members are put into, beside the event's own.
  let objects: [String]
  let event: Envelope
  let body: Envelope
  let vocabulary: EventVocabulary
  /// The object of the data that people are found by, and its members; a key that is missing is not taken.
  let person: (object: String, forms: [MatchKey.Kind: PersonForm])
  let commerce: CommerceForm
  let page: (url: MemberPlace, referrer: MemberPlace)
  let eventID: MemberPlace
  let click: IdentifierForm?
  let browser: IdentifierForm?
  let pixel: PixelForm?
  let testing: TestForm?
  /// Without it a tag sends nothing: an expression, and the reason for the log.
  var identification: (code: String, reason: String)?
  /// The modules of its own.
  let modules: [TemplateSource]
  /// How the checklist calls things, and what it asks for.
  let setUp: SetUpForm

  /// The token of generated scenarios.
  static let exampleToken = "example-token"
  /// Their test event code, one that no search for such codes takes for a real one.
  static let exampleTestCode = "EXAMPLE_TEST_CODE"

  /// The identifier that a match key is, where it is one.
  func identifier(of kind: MatchKey.Kind) -> IdentifierForm? {
    switch kind {
    case .clickID: click
    case .browserID: browser
    default: nil
    }
  }
}

/// A value that says whom events are for.
struct AccountField: Sendable {
  /// The field of a tag, such as `pixel_code`.
  let field: String
  /// What a person reads above it, such as `Pixel code`.
  let label: String
  /// What the guide calls it, such as `Pixel`.
  let shownName: String
  /// What the constant variable is called behind the destination's name, such as `Pixel Code`.
  let variable: String
  let example: String

  /// The expression that reads it.
  var code: String { "text(data.\(field))" }
}

/// How one match key is sent.
struct PersonForm: Sendable {
  let name: String
  let label: String
  /// What its values go through.
  let conversion: @Sendable (MatchKey) -> Conversion
  /// Whether plain values leave as digests.
  let isHashed: Bool
  /// The name by which the pixel takes it; `nil` for what the pixel finds itself or does not take.
  var pixelName: String?

  init(
    _ name: String, _ label: String, _ conversion: Conversion, isHashed: Bool = false,
    pixelName: String? = nil
  ) {
    self.init(name, label, isHashed: isHashed, pixelName: pixelName) { _ in conversion }
  }

  init(
    _ name: String, _ label: String, isHashed: Bool, pixelName: String? = nil,
    _ conversion: @escaping @Sendable (MatchKey) -> Conversion
  ) {
    self.name = name
    self.label = label
    self.conversion = conversion
    self.isHashed = isHashed
    self.pixelName = pixelName
  }
}

/// The id of a click or of a browser: where a plan that names no source takes it from.
struct IdentifierForm: Sendable {
  /// The parameter of the landing page's address; `nil` where no address has it.
  let urlParameter: String?
  let cookie: String
  /// The GA4 parameter by which the browser's half sends it.
  let eventData: String
  /// Where the browser's half takes that from.
  let origin: BrowserOrigin
  /// Whether the cookie is written anew although it has the same value.
  let isRenewed: Bool

  /// In the order in which they are asked.
  func sources(at place: MatchKey) -> [Source] {
    [
      urlParameter.map { Source.Kind.urlParameter(name: $0) }, .cookie(name: cookie),
      .eventData(path: eventData),
    ].compactMap(\.self).map { Source($0, at: place.place) }
  }
}

/// How single events are tried out.
struct TestForm: Sendable {
  /// The member of the body that marks its events as tests.
  let member: String
  /// What such a code looks like, and where it is found.
  let codeAdvice: String
  /// Where the event can be seen then.
  let viewer: String
  /// The environment variable that names a server on the loopback interface in its place, for tests.
  let replacementVariable: String
  /// What the body of an answer says: a code, words, and the id of the request.
  let code: @Sendable (JSON) -> Int?
  let message: @Sendable (JSON) -> String?
  let requestID: @Sendable (JSON) -> String?
  /// What a code means; `nil` for one that is not documented.
  let meaning: @Sendable (_ code: Int) -> AnswerMeaning?
}
