import SandboxedJS

/// A text that a permission declares and that can stand for several: `*` is any text, and a URL that ends with `/` is a
/// prefix, too.
///
/// Source: https://developers.google.com/tag-platform/tag-manager/server-side/permissions
struct PermissionPattern {
  /// The kinds of text that a pattern can be.
  enum Style: Hashable {
    case name
    /// A path of keys: `user_data.*` stands for `user_data`, too, as one published template has it.
    case key
    /// A name whose letters' case does not count.
    case header
    case url
  }

  private let text: [UInt8]
  private let style: Style

  init(_ text: String, _ style: Style) {
    self.style = style
    var text = style == .header ? text.lowercased() : text
    if style == .url, text.hasSuffix("/") { text += "*" }
    self.text = Array(text.utf8)
  }

  /// Whether the pattern can cover a text, as far as the text is known.
  func mayCover(_ known: KnownText) -> Bool {
    switch known {
    case .unknown: return true
    case .exactly(let whole):
      let text = style == .header ? whole.lowercased() : whole
      return matches(Array(text.utf8)) || style == .url && matches(Self.withoutQuery(text))
        || style == .key && matches(Array(text.utf8) + [UInt8(ascii: ".")])
    case .startingWith(let start):
      let start = Array((style == .header ? start.lowercased() : start).utf8)
      let head = text.prefix { $0 != UInt8(ascii: "*") }
      return head.starts(with: start) || matchesPrefix(start)
    }
  }

  /// Whether it is a URL whose host is open.
  var hasOpenHost: Bool {
    guard style == .url else { return false }
    let text = String(decoding: text, as: UTF8.self)
    guard let scheme = text.firstRange(of: "://") else { return text.contains("*") }
    return text[scheme.upperBound...].prefix { $0 != "/" }.contains("*")
  }

  private static func withoutQuery(_ url: String) -> [UInt8] {
    let path = Array(url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    // A host alone is asked for its top.
    return path.count { $0 == UInt8(ascii: "/") } == 2 ? path + [UInt8(ascii: "/")] : path
  }

  private func matches(_ subject: [UInt8]) -> Bool { ends(in: subject).isWhole }

  /// Whether some text that starts so can match.
  private func matchesPrefix(_ start: [UInt8]) -> Bool { ends(in: start).isReachable }

  /// Whether the whole pattern takes the whole subject, and whether some of the pattern does.
  private func ends(in subject: [UInt8]) -> (isWhole: Bool, isReachable: Bool) {
    // The places of the pattern that can be reached, for each place of the subject.
    var places: Set<Int> = afterStars([0])
    for byte in subject {
      var next: Set<Int> = []
      for place in places where place < text.count {
        if text[place] == UInt8(ascii: "*") { next.insert(place) }
        if text[place] == byte { next.insert(place + 1) }
      }
      places = afterStars(next)
      if places.isEmpty { break }
    }
    return (places.contains(text.count), !places.isEmpty)
  }

  private func afterStars(_ places: Set<Int>) -> Set<Int> {
    var all = places
    for start in places {
      var place = start
      while place < text.count, text[place] == UInt8(ascii: "*") {
        place += 1
        all.insert(place)
      }
    }
    return all
  }
}
