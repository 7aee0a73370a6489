package import JSONText
package import SandboxedJS

/// A destination's way of showing single events that are only tried out.
package struct TestEventService: Sendable {
  private let profile: DestinationProfile
  private let form: TestForm

  /// The destination's name.
  package var name: String { profile.name }
  /// The environment variable that names a server on the loopback interface in its place, for tests.
  package var replacementVariable: String { form.replacementVariable }
  /// The form of a code and the place to find it.
  package var codeAdvice: String { form.codeAdvice }
  /// The place where the event can be seen then.
  package var viewer: String { form.viewer }

  /// Those of all destinations that can do so.
  package static var all: [TestEventService] {
    compiledDestinations.compactMap { kind in
      kind.profile.testing.map { TestEventService(profile: kind.profile, form: $0) }
    }
  }

  /// The destinations that have no such thing, by their names.
  package static var untestable: [(name: String, address: String)] {
    compiledDestinations.map { $0.profile }.filter { $0.testing == nil }.map {
      ($0.name, $0.delivery.start)
    }
  }

  /// Whether an address is one that its events go to.
  package func takes(_ url: String) -> Bool { url.hasPrefix(profile.delivery.start) }

  /// The token of a request; `nil` where it has none in its place.
  package func token(of request: OutgoingRequest) -> String? {
    switch profile.delivery.authentication {
    case .header(let name, let prefix):
      request.headers.first { $0.name.lowercased() == name.lowercased() }.flatMap {
        $0.value.hasPrefix(prefix) ? String($0.value.dropFirst(prefix.count)) : nil
      }
    case .query(let name):
      Self.parted(request.url, name).1.flatMap { URIEncoding.decode($0, as: .component) }
    case .body(let member): (try? JSON.read(request.body ?? ""))?[member]?.string
    }
  }

  /// Whether a test needs a code.
  package var needsCode: Bool { if case .code = form.mark { true } else { false } }

  /// A request as a test: with a test code in the place of one that it has, and with a token.
  ///
  /// - Returns: `nil` for a body that is not an object of JSON.
  package func filled(
    _ request: OutgoingRequest, testCode: String, token: String
  ) -> OutgoingRequest? {
    guard var body = try? JSON.read(request.body ?? ""), body.object != nil else { return nil }
    var filled = request
    switch form.mark {
    case .code(let member, let object):
      body = body.adding(
        member, .string(testCode), below: object.split(separator: ".").map(String.init)[...])
    case .ending(let suffix):
      let end = request.url.firstIndex(of: "?") ?? request.url.endIndex
      let isMarked = request.url.hasSuffix(suffix) || request.url[..<end].hasSuffix(suffix)
      if !isMarked { filled.url.insert(contentsOf: suffix, at: end) }
    }
    switch profile.delivery.authentication {
    case .header(let name, let prefix):
      filled.headers = request.headers.filter { $0.name.lowercased() != name.lowercased() }
      filled.headers.append(NamedText(name, prefix + token))
    case .query(let name):
      filled.url = Self.parted(filled.url, name).0 + URIEncoding.encode(token, as: .component)
    case .body(let member): body = body.adding(member, .string(token), below: [])
    }
    filled.body = body.text(.compact)
    return filled
  }

  /// An address up to the value of its last parameter, and that value.
  private static func parted(_ url: String, _ name: String) -> (String, String?) {
    guard let range = url.firstRange(of: "\(name)=") else { return (url, nil) }
    return (String(url[..<range.upperBound]), String(url[range.upperBound...]))
  }

  /// Returns the parts of an answer: its code, words and the id of the request; `nil` for one that
  /// is not the destination's.
  package func answer(_ json: JSON) -> (code: Int, message: String?, requestID: String?)? {
    form.code(json).map { ($0, form.message(json), form.requestID(json)) }
  }

  /// Returns the meaning of a code in an answer; `nil` for one that is not documented.
  package func meaning(_ code: Int) -> AnswerMeaning? { form.meaning(code) }
}

/// The meaning that a destination gives to a code in its answer.
package struct AnswerMeaning: Hashable, Sendable {
  /// The destination's own name of the code; `nil` where only a range of codes is known.
  package let name: String?
  /// The meaning of the code for the event, half a sentence.
  package let meaning: String
  /// Advice on what to do about it; `nil` where all is well.
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
