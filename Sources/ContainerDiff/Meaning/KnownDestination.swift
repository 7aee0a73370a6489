/// The receivers of what tags send, by the host that a template calls or by Tag Manager's own type.
enum KnownDestination {
  private static let otherHosts = ["a.klaviyo.com": "Klaviyo", "api.mixpanel.com": "Mixpanel"]

  private static let types = [
    "sgtmgaaw": "Google Analytics", "sgtmadsct": "Google Ads", "sgtmadscl": "Google Ads",
    "sgtmadsremarket": "Google Ads", "sgtmfls": "Floodlight", "sgtmflc": "Floodlight",
    "googtag": "Google tag", "gaawe": "Google Analytics", "awct": "Google Ads",
  ]

  static func name(ofType type: String) -> String? { types[type] }

  /// - Parameter hosts: those of the destinations that plans can have.
  static func name(ofTemplate text: String, _ hosts: [String: String]) -> String? {
    let known = otherHosts.merging(hosts) { $1 }
    return known.sorted { $0.key < $1.key }.first { text.hasBytes(of: $0.key) }?.value
  }
}

extension String {
  /// Whether another text's bytes stand somewhere in this one.
  func hasBytes(of other: String) -> Bool {
    let needle = Array(other.utf8)
    guard let first = needle.first else { return true }
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index + needle.count <= bytes.count {
        if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) {
          return true
        }
        index += 1
      }
      return false
    }
    return found ?? contains(other)
  }
}
