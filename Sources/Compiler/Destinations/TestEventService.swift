import JSONText

/// How a destination shows single events that are only tried out.
package struct TestEventService: Sendable {
  /// The destination's name.
  package let name: String
  /// The only address that its examples are sent to.
  package let endpoint: String
  /// The environment variable that names a server on the loopback interface in its place, for tests.
  package let replacementVariable: String
  /// The header that holds the token.
  package let tokenHeader: String
  /// The member of the body that marks its events as tests.
  package let codeMember: String
  /// What such a code looks like, and where it is found.
  package let codeAdvice: String
  /// Where the event can be seen then.
  package let viewer: String
  /// What a code in an answer's body means; `nil` for one that is not documented.
  package let meaning: @Sendable (_ code: Int) -> AnswerMeaning?

  /// Those of all destinations that can do so.
  package static var all: [TestEventService] { compiledDestinations.compactMap { $0.testEvents } }

  /// A request's body with a test code, in the place of one that it has.
  ///
  /// - Returns: `nil` for a body that is no object of JSON.
  package func body(_ text: String, testCode: String) -> String? {
    guard var object = (try? JSON.read(text))?.object else { return nil }
    object[codeMember] = .string(testCode)
    return JSON.object(object).text(.compact)
  }
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
