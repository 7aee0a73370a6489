import JSONText
import SandboxedJS

/// How a destination's requests reach it, and by what it says that it took an event.
struct Delivery: Sendable {
  /// Where the access token stands.
  enum Authentication: Sendable {
    case header(String)
    /// A place of the envelope says where.
    case body(member: String)
  }

  /// A part of an address.
  enum AddressPart: Sendable {
    case text(String)
    /// A value of the account, by its place.
    case account(Int)
  }

  let address: [AddressPart]
  let authentication: Authentication
  /// The expressions that tell the answer's code and message.
  let message: [String]
  /// Whether the event was taken: an expression of `answer`, the body, and `response`.
  let accepted: String
  /// What is answered to an event that was taken, in short and whole.
  let acceptedAnswer: String
  let acceptance: HTTPAnswer
  /// An answer that refuses an event, and what it is for people.
  let refusal: (words: String, status: Int, body: String)
  /// How long a tag waits for the answer; `nil` leaves it to the server.
  var timeout: Int?

  /// How all its addresses begin.
  var prefix: String {
    let start = start
    let host = start.dropFirst("https://".count).prefix { $0 != "/" }
    return "https://\(host)/"
  }

  var host: String { String(prefix.dropFirst("https://".count).dropLast()) }

  /// The part of its addresses that is the same for every account.
  var start: String {
    if case .text(let text) = address.first { text } else { "" }
  }

  /// The expression of the address.
  func code(_ profile: DestinationProfile) -> String {
    address.map { part in
      switch part {
      case .text(let text): JavaScript.literal(text)
      case .account(let place): "encodeUriComponent(\(profile.account[place].code) || '')"
      }
    }.joined(separator: " + ")
  }

  /// The address for an account.
  func url(_ account: [String]) -> String {
    address.map { part in
      switch part {
      case .text(let text): text
      case .account(let place): place < account.count ? account[place] : ""
      }
    }.joined()
  }

  /// The expression of a request's options.
  var options: String {
    var members = ["method: 'POST'"]
    switch authentication {
    case .header(let name):
      members.append("headers: {'Content-Type': 'application/json', '\(name)': token}")
    case .body: members.append("headers: {'Content-Type': 'application/json'}")
    }
    if let timeout { members.append("timeout: \(timeout)") }
    return "{\n    \(members.joined(separator: ",\n    "))\n  }"
  }
}
