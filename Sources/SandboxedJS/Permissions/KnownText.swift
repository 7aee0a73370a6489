/// The part that a script shows of a text that it will have when it runs.
package enum KnownText: Hashable, Sendable {
  /// The whole text.
  case exactly(String)
  /// The beginning of the text; what follows depends on the run.
  case startingWith(String)
  /// Nothing.
  case unknown

  /// The text, where all of it is known.
  package var exact: String? { if case .exactly(let text) = self { text } else { nil } }

  /// The text and another one behind it, as far as it is not too long to be a name or an address.
  func followed(by other: KnownText) -> KnownText {
    guard case .exactly(let text) = self else { return self }
    switch other {
    case .exactly(let rest), .startingWith(let rest):
      guard text.utf8.count + rest.utf8.count <= 4_096 else {
        return text.isEmpty ? .unknown : .startingWith(text)
      }
      return other.exact == nil ? .startingWith(text + rest) : .exactly(text + rest)
    case .unknown: return text.isEmpty ? .unknown : .startingWith(text)
    }
  }

  /// Whether every text that the other one can be starts as this one does.
  func covers(_ other: KnownText) -> Bool {
    guard case .startingWith(let start) = self else { return false }
    switch other {
    case .exactly(let text), .startingWith(let text):
      return text.utf8.starts(with: start.utf8)
    case .unknown: return false
    }
  }

  /// The narrowest pattern of the permission to send that allows the text as a URL, such as
  /// `https://example.com/collect*`; `nil` where not even the host is known.
  ///
  /// A query is not part of the pattern, for its order and values are the template's own.
  package var urlPattern: String? {
    let (text, isWhole): (String, Bool)
    switch self {
    case .exactly(let known): (text, isWhole) = (known, true)
    case .startingWith(let known): (text, isWhole) = (known, false)
    case .unknown: return nil
    }
    guard let url = WebURL(text), let host = url.host, !host.isEmpty,
      ["http", "https"].contains(url.scheme)
    else { return nil }
    let origin = "\(url.scheme)://\(url.hostAndPort)"
    let rest = text.drop { $0 != ":" }.dropFirst(3)
    let pathStart = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" }
    guard let pathStart else { return isWhole ? origin + "/" : nil }
    let hasQuery = rest[pathStart...].contains { $0 == "?" || $0 == "#" }
    return origin + url.pathname + (isWhole && !hasQuery ? "" : "*")
  }
}
