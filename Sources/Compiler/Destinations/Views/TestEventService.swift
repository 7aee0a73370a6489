package import JSONText
package import SandboxedJS

/// How a destination shows single events that are only tried out.
package struct TestEventService: Sendable {
  private let profile: DestinationProfile
  private let form: TestForm

  /// The destination's name.
  package var name: String { profile.name }
  /// The environment variable that names a server on the loopback interface in its place, for tests.
  package var replacementVariable: String { form.replacementVariable }
  /// What a code looks like, and where it is found.
  package var codeAdvice: String { form.codeAdvice }
  /// Where the event can be seen then.
  package var viewer: String { form.viewer }

  /// Those of all destinations that can do so.
  package static var all: [TestEventService] {
    compiledDestinations.compactMap { kind in
      kind.profile.testing.map { TestEventService(profile: kind.profile, form: $0) }
    }
  }

  /// Whether an address is one that its events go to.
  package func takes(_ url: String) -> Bool { url.hasPrefix(profile.delivery.start) }

  /// The token of a request; `nil` where it has none in its place.
  package func token(of request: OutgoingRequest) -> String? {
    switch profile.delivery.authentication {
    case .header(let name):
      request.headers.first { $0.name.lowercased() == name.lowercased() }?.value
    case .body(let member): (try? JSON.read(request.body ?? ""))?[member]?.string
    }
  }

  /// A request's headers and body with a test code in the place of one that it has, and with a token.
  ///
  /// - Returns: `nil` for a body that is no object of JSON.
  package func filled(
    _ headers: [NamedText], _ body: String, testCode: String, token: String
  ) -> (headers: [NamedText], body: String)? {
    guard var object = (try? JSON.read(body))?.object else { return nil }
    object[form.member] = .string(testCode)
    switch profile.delivery.authentication {
    case .header(let name):
      let others = headers.filter { $0.name.lowercased() != name.lowercased() }
      return (others + [NamedText(name, token)], JSON.object(object).text(.compact))
    case .body(let member):
      object[member] = .string(token)
      return (headers, JSON.object(object).text(.compact))
    }
  }

  /// What an answer says: its code, words and the id of the request; `nil` for one that is not the destination's.
  package func answer(_ json: JSON) -> (code: Int, message: String?, requestID: String?)? {
    form.code(json).map { ($0, form.message(json), form.requestID(json)) }
  }

  /// What a code in an answer means; `nil` for one that is not documented.
  package func meaning(_ code: Int) -> AnswerMeaning? { form.meaning(code) }
}

/// What a destination means by a code in its answer.
package struct AnswerMeaning: Hashable, Sendable {
  /// The destination's own name of the code; `nil` where only a range of codes is known.
  package let name: String?
  /// What it says of the event, half a sentence.
  package let meaning: String
  /// What to do about it; `nil` where all is well.
  package let advice: String?
  /// Whether the event was taken.
  package let isAccepted: Bool

  init(_ name: String?, _ meaning: String, advice: String? = nil, isAccepted: Bool = false) {
    self.name = name
    self.meaning = meaning
    self.advice = advice
    self.isAccepted = isAccepted
  }
}
