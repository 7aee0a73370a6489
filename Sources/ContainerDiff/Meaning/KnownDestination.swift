/// Who receives what a tag sends, by the host that its template calls or by Tag Manager's own type.
enum KnownDestination {
  private static let hosts = [
    ("business-api.tiktok.com", "TikTok"), ("graph.facebook.com", "Meta"),
    ("api.pinterest.com", "Pinterest"), ("tr.snapchat.com", "Snapchat"),
    ("ads-api.reddit.com", "Reddit"), ("api.linkedin.com", "LinkedIn"),
    ("a.klaviyo.com", "Klaviyo"), ("api.mixpanel.com", "Mixpanel"),
  ]

  private static let types = [
    "sgtmgaaw": "Google Analytics", "sgtmadsct": "Google Ads", "sgtmadscl": "Google Ads",
    "sgtmadsremarket": "Google Ads", "sgtmfls": "Floodlight", "sgtmflc": "Floodlight",
    "googtag": "Google tag", "gaawe": "Google Analytics", "awct": "Google Ads",
  ]

  static func name(ofType type: String) -> String? { types[type] }

  static func name(ofTemplate text: String) -> String? {
    hosts.first { text.hasBytes(of: $0.0) }?.1
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
