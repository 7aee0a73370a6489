/// Which domains anyone can register below, such as `com` and `co.uk`; what
/// `computeEffectiveTldPlusOne` rests on.
///
/// The algorithm is that of publicsuffix.org, complete with wildcards and exceptions, over rules
/// that a caller supplies. The ones built in are no copy of the Public Suffix List: they are the
/// common endings of several labels, and every other ending counts as one label. For a domain below
/// a rare ending of several labels, such as a Norwegian or Japanese municipality's, the answer
/// therefore has a label too few.
package struct PublicSuffixRules: Sendable {
  private enum Kind: Sendable {
    case suffix, wildcard, exception
  }

  private var kinds: [String: [Kind]] = [:]

  /// Takes rules in the list's notation: `co.uk`, `*.ck`, `!www.ck`; what is no domain is skipped.
  package init(_ rules: some Sequence<String>) {
    for rule in rules {
      var domain = rule[...]
      var kind = Kind.suffix
      if domain.hasPrefix("!") {
        kind = .exception
        domain.removeFirst()
      } else if domain.hasPrefix("*.") {
        kind = .wildcard
        domain.removeFirst(2)
      }
      guard let ascii = DomainName.ascii(String(domain)) else { continue }
      kinds[ascii, default: []].append(kind)
    }
  }

  /// The shortest domain below a public suffix that a host belongs to, in lower case and ASCII:
  /// `example.co.uk` for `https://www.Example.co.uk/path`.
  ///
  /// - Parameter text: a domain or an address.
  /// - Returns: the empty text for what is no domain, for an IP address and for a public suffix.
  package func effectiveTLDPlusOne(of text: String) -> String {
    guard let host = Self.host(of: text) else { return "" }
    let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map(Substring.init)
    guard labels.allSatisfy({ !$0.isEmpty }) else { return "" }
    let count = suffixLength(of: labels, in: host) + 1
    return labels.count < count ? "" : Self.end(of: host, from: labels[labels.count - count])
  }

  /// Counts the labels at the end of a domain that are a public suffix: by the exception that
  /// holds, the longest rule that does, or one.
  private func suffixLength(of labels: [Substring], in host: String) -> Int {
    var longest = 1
    // No rule is longer than this; a host can have any number of labels.
    for count in 1...min(labels.count, 8) {
      guard let kinds = kinds[Self.end(of: host, from: labels[labels.count - count])] else {
        continue
      }
      if kinds.contains(.exception) { return count - 1 }
      if kinds.contains(.suffix) { longest = max(longest, count) }
      if kinds.contains(.wildcard), labels.count > count { longest = max(longest, count + 1) }
    }
    return longest
  }

  private static func end(of host: String, from label: Substring) -> String {
    String(host[label.startIndex...])
  }

  private static func host(of text: String) -> String? {
    // A domain with a port would be read as an address whose scheme it is.
    let hasScheme = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1).first?.last
    let url = hasScheme == UInt8(ascii: ":") ? WebURL(text) : WebURL("http://" + text)
    guard var host = url?.host, !host.isEmpty, !host.hasPrefix("["), !IPv4Address.endsLikeOne(host)
    else {
      return nil
    }
    if host.hasSuffix(".") { host.removeLast() }
    return host
  }
}
