import JSONText
import TagwrightPlan
import Templates

/// The other side of a destination: whom events are for, how they get there, what they may say.
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
  var delivery: Delivery
  /// The objects that members are put into, beside the event's own.
  var objects: [String]
  /// Members that are made of such an object in the end.
  var collected: [CollectedMember] = []
  /// Members that are left out where another of their object is missing, since the request would be refused.
  var pairs: [(member: MemberPlace, other: String)] = []
  let event: Envelope
  let body: Envelope
  let vocabulary: EventVocabulary
  /// The object of the data that people are found by, and its members; a key that is missing is not taken.
  var person: (object: String, forms: [MatchKey.Kind: PersonForm])
  let commerce: CommerceForm
  /// The places of the page's address and its referrer; `nil` for what is not taken.
  var page: (url: MemberPlace?, referrer: MemberPlace?)
  let eventID: MemberPlace
  /// The conversion of an event's id.
  var eventIDForm = Conversion.unique
  let click: IdentifierForm?
  let browser: IdentifierForm?
  var pixel: PixelForm?
  let testing: TestForm?
  /// Without these a tag sends nothing: expressions, and the reasons for the log.
  var needs: [(code: String, reason: String)] = []
  /// Whether no event is taken without an id.
  var needsEventID = false
  /// The patterns of its tokens and test codes, where they are known.
  var tokenPatterns: [TokenPattern] = []
  /// The modules of its own.
  let modules: [TemplateSource]
  /// The questions that its documents leave open.
  var openQuestions: [OpenQuestion] = []
  /// The wording of the checklist, and what it asks for.
  let setUp: SetUpForm

  /// The token of generated scenarios.
  static let exampleToken = "example-token"
  /// Their other secrets, one that no search for test event codes takes for a real one.
  static let exampleSecret = "EXAMPLE_TEST_CODE"

  /// The identifier that a match key is, where it is one.
  func identifier(of kind: MatchKey.Kind) -> IdentifierForm? {
    switch kind {
    case .clickID: click
    case .browserID: browser
    default: nil
    }
  }

  /// The place of a match key in a request; `nil` for one that is not taken.
  func place(of kind: MatchKey.Kind) -> MemberPlace? {
    person.forms[kind].map { MemberPlace($0.object ?? person.object, $0.name) }
  }

  /// The way from an event to one of its objects, such as `.user`.
  func path(to object: String) -> String {
    if let collected = collected.first(where: { $0.object == object }) {
      return "\(path(to: collected.place.object)).\(collected.place.name)"
    }
    return event.path(to: object) ?? ""
  }

  /// The way from an event to a member, such as `.user.email`.
  func path(to place: MemberPlace) -> String {
    let own = collected.first { $0.object == place.object }?.path(to: place.name)
    return path(to: place.object) + (own ?? ".\(place.name)")
  }
}

/// A value that says whom events are for.
struct AccountField: Sendable {
  /// The field of a tag, such as `pixel_code`.
  let field: String
  /// The label that a person reads above the field, such as `Pixel code`.
  let label: String
  /// The name that the guide uses, such as `Pixel`.
  let shownName: String
  /// The name of the constant variable behind the destination's name, such as `Pixel Code`.
  let variable: String
  let example: String
  /// Whether it consists of digits.
  var isNumeric = false
  /// Whether requests have it, or the pixel alone.
  var isSent = true
  /// Its label in a plan with an invented value, and the place where one's own is found; empty for what no new plan has.
  var planLabel = ""
  var planExample = ""
  var place = ""

  /// The expression that reads it.
  var code: String { "text(data.\(field))" }
}

/// The form in which one match key is sent.
struct PersonForm: Sendable {
  /// The number of digests that it has.
  enum Arity: Sendable {
    /// A text for one value, a list for several.
    case any
    /// The first of several.
    case first
    /// A list, also of one value.
    case list
  }

  let name: String
  let label: String
  /// The object that it stands in, where that is not the one of all others.
  let object: String?
  private let single: @Sendable (MatchKey) -> Conversion
  private let arity: Arity
  /// Whether plain values leave as digests.
  let isHashed: Bool
  /// Whether digests pass; not where others make them of another text.
  let takesDigests: Bool
  /// The name by which the pixel takes it; `nil` for what the pixel finds itself or does not take.
  let pixelName: String?

  init(
    _ name: String, _ label: String, _ conversion: Conversion, isHashed: Bool = false,
    arity: Arity = .any, pixelName: String? = nil, in object: String? = nil
  ) {
    self.init(
      name, label, isHashed: isHashed, arity: arity, pixelName: pixelName, in: object
    ) { _ in conversion }
  }

  init(
    _ name: String, _ label: String, isHashed: Bool, arity: Arity = .any,
    takesDigests: Bool? = nil, pixelName: String? = nil, in object: String? = nil,
    _ conversion: @escaping @Sendable (MatchKey) -> Conversion
  ) {
    self.name = name
    self.label = label
    self.object = object
    single = conversion
    self.arity = arity
    self.isHashed = isHashed
    self.takesDigests = takesDigests ?? isHashed
    self.pixelName = pixelName
  }

  /// Returns the conversion of the key's values.
  func conversion(_ key: MatchKey) -> Conversion { several(single(key)) }
  /// The conversion of the key's digests.
  var digest: Conversion { several(.digest) }

  private func several(_ conversion: Conversion) -> Conversion {
    switch arity {
    case .any: conversion
    case .first: conversion.firstDigest
    case .list: conversion.allDigests
    }
  }
}

/// A secret of its own that a request's body has.
struct BodySecret: Sendable {
  /// The object of the body, as the way to it.
  var object = ""
  /// The member of the body, which the tag's field is named after too.
  let member: String
  let label: String
  /// The name of the constant variable behind the destination's name.
  let variable: String
  let help: String
  let secret: Secret
}

/// The id of a click or of a browser: where a plan that names no source takes it from.
struct IdentifierForm: Sendable {
  /// The parameter of the landing page's address; `nil` where no address has it.
  var urlParameter: String?
  let cookie: String
  /// The GA4 parameter by which the browser's half sends it.
  let eventData: String
  /// The source from which the browser's half takes that value.
  let origin: BrowserOrigin
  /// Whether the cookie is written anew although it has the same value.
  let isRenewed: Bool
  /// Whether the cookie is asked before the page's address.
  var prefersCookie = false

  /// The sources of a key that have the id in its own form already.
  func kept(of key: MatchKey) -> [Source] {
    key.sources.filter { [.cookie(name: cookie), .eventData(path: eventData)].contains($0.kind) }
  }

  /// In the order in which they are asked.
  func sources(at place: MatchKey) -> [Source] {
    let landing = urlParameter.map { Source.Kind.urlParameter(name: $0) }
    let kept = Source.Kind.cookie(name: cookie)
    let found = prefersCookie ? [kept, landing] : [landing, kept]
    return (found + [.eventData(path: eventData)]).compactMap(\.self).map {
      Source($0, at: place.place)
    }
  }
}

/// The way in which single events are tried out.
struct TestForm: Sendable {
  /// The ways to mark an event as a test.
  enum Mark: Sendable {
    /// A code in a member of the body, below the object that this is the way to.
    case code(String, in: String = "")
    /// The ending of the address.
    case ending(String)
  }

  let mark: Mark
  /// The form of a code and the place to find it; the way to mark events where there is none.
  let codeAdvice: String
  /// The place where the event can be seen then.
  let viewer: String
  /// The environment variable that names a server on the loopback interface in its place, for tests.
  let replacementVariable: String
  /// Functions that read the body of an answer: its code, its words, and the id of the request.
  let code: @Sendable (JSON) -> Int?
  let message: @Sendable (JSON) -> String?
  let requestID: @Sendable (JSON) -> String?
  /// A function that returns the meaning of a code; `nil` for one that is not documented.
  let meaning: @Sendable (_ code: Int) -> AnswerMeaning?
}
