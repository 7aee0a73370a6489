/// A key of the event data that Google describes as common: who fills it in without the site's help, and which value
/// of a page is the same.
///
/// The one table of what Google's tag and client do by themselves: the simulator, the checks and the web container
/// read it.
package struct CommonEventData: Hashable, Sendable {
  /// The parties that fill in a key.
  package enum Filler: Hashable, Sendable {
    /// The Google tag on the page, in a parameter of the hit.
    case googleTag
    /// The client on the server, from the request.
    case client
  }

  /// The first key of the path, such as `page_location`.
  package let key: String
  /// `nil` where nobody does unless the site sends it.
  package let filler: Filler?
  /// `nil` where a page does not know it.
  package let pageValue: PageValue?

  /// Every common key.
  ///
  /// Evidence: hits beside the event data that a server made of them, see ``GA4Parameter``. No event data that was
  /// seen to come of a hit has `page_hostname` or `page_path`, though Google's page lists them: other clients fill them.
  package static let all: [CommonEventData] = [
    CommonEventData("event_name", .googleTag),
    CommonEventData("page_location", .googleTag, .location),
    CommonEventData("page_referrer", .googleTag, .referrer),
    CommonEventData("page_title", .googleTag, .title),
    CommonEventData("language", .googleTag, .language),
    CommonEventData("client_id", .googleTag),
    CommonEventData("ga_session_id", .googleTag),
    CommonEventData("ga_session_number", .googleTag),
    CommonEventData("engagement_time_msec", .googleTag),
    CommonEventData("screen_resolution", .googleTag),
    CommonEventData("client_hints", .googleTag),
    CommonEventData("event_location", .googleTag),
    CommonEventData("ip_override", .client),
    CommonEventData("user_agent", .client, .userAgent),
    CommonEventData("page_hostname", nil, .hostname),
    CommonEventData("page_path", nil, .path),
  ]

  private init(_ key: String, _ filler: Filler?, _ pageValue: PageValue? = nil) {
    self.key = key
    self.filler = filler
    self.pageValue = pageValue
  }

  /// The entry of a whole path, such as `page_title`; `nil` for what is not common, and for parts of an object.
  package static func named(_ path: String) -> CommonEventData? { all.first { $0.key == path } }

  /// Whether Google's tag or client fills a path in, whatever the site sends.
  package static func isFilledByGoogle(_ path: String) -> Bool {
    let root = path.prefix { $0 != "." }
    return root.hasPrefix("x-") || all.contains { $0.filler != nil && $0.key == root }
  }
}

/// A value that every page has, under the name by which JavaScript finds it in `window`.
package enum PageValue: String, CaseIterable, Sendable {
  /// The whole address. Tag Manager's `Page URL` lacks the fragment, which hits have.
  case location = "location.href"
  case referrer = "document.referrer"
  case title = "document.title"
  /// Hits have it in lower case.
  case language = "navigator.language"
  case userAgent = "navigator.userAgent"
  case hostname = "location.hostname"
  case path = "location.pathname"
}
