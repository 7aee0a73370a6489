import JSONText
import SandboxedJS

/// The way a destination's requests reach it, and the way it says that it took an event.
struct Delivery: Sendable {
  /// The places where the access token can stand.
  enum Authentication: Sendable {
    /// A header; the prefix is what stands before the token.
    case header(String, prefix: String = "")
    /// A parameter of the address, which the log therefore has without it.
    case query(String)
    /// A place of the envelope says where.
    case body(member: String)
  }

  /// A part of an address.
  enum AddressPart: Sendable {
    case text(String)
    /// A value of the account, by its place.
    case account(Int)
  }

  var address: [AddressPart]
  let authentication: Authentication
  /// The headers of every request besides the content type and the token.
  var headers: [NamedText] = []
  /// The version that requests name, where it ends.
  var version: APIVersion?
  /// The expressions that tell the answer's code and message.
  let message: [String]
  /// Whether the event was taken: an expression of `answer`, the body, and `response`.
  let accepted: String
  /// The body of the answer to an event that was taken.
  let acceptedAnswer: String
  var acceptedStatus = 200
  /// An answer that refuses an event, and what it is for people.
  let refusal: (words: String, status: Int, body: String)
  /// The time that a tag waits for the answer; `nil` leaves it to the server.
  var timeout: Int?

  /// The answer to an event that was taken.
  var acceptance: HTTPAnswer {
    let headers =
      acceptedAnswer.isEmpty ? [] : [NamedText("content-type", "application/json")]
    return .response(status: acceptedStatus, headers: headers, body: acceptedAnswer)
  }

  /// The beginning of all its addresses.
  var prefix: String { "https://\(host)/" }

  var host: String { String(start.dropFirst("https://".count).prefix { $0 != "/" }) }

  /// The part of its addresses that is the same for every account.
  var start: String { if case .text(let text) = address.first { text } else { "" } }

  /// The expression of the address, without the token.
  func code(_ profile: DestinationProfile) -> String {
    parts(text: JavaScript.literal) { "encodeUriComponent(\(profile.account[$0].code))" }
      .joined(separator: " + ")
  }

  private func parts(text: (String) -> String, account: (Int) -> String) -> [String] {
    address.map { part in
      switch part {
      case .text(let words): text(words)
      case .account(let place): account(place)
      }
    }
  }

  /// The parameter of its addresses that is the token; `nil` where none is.
  var tokenParameter: String? { if case .query(let name) = authentication { name } else { nil } }

  /// The code that adds the token to the address in a request's URL.
  var tokenSuffix: String {
    tokenParameter.map { " + \(JavaScript.literal("?\($0)=")) + encodeUriComponent(token)" } ?? ""
  }

  /// Returns the URL of a request for an account, with a token of plain characters.
  func url(_ account: [String], token: String) -> String {
    let address = parts(text: { $0 }, account: { $0 < account.count ? account[$0] : "" }).joined()
    guard let name = tokenParameter else { return address }
    return "\(address)?\(name)=\(token)"
  }

  /// The expression of a request's options.
  var options: String {
    var headers = [("Content-Type", JavaScript.literal("application/json"))]
    if case .header(let name, let prefix) = authentication {
      headers.append((name, prefix.isEmpty ? "token" : "\(JavaScript.literal(prefix)) + token"))
    }
    headers += self.headers.map { ($0.name, JavaScript.literal($0.value)) }
    let list = headers.map { "\(JavaScript.literal($0)): \($1)" }.joined(separator: ", ")
    var members = ["method: 'POST'", "headers: {\(list)}"]
    if let timeout { members.append("timeout: \(timeout)") }
    return "{\n    \(members.joined(separator: ",\n    "))\n  }"
  }
}
