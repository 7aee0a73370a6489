/// Which of Tag Manager's own variables is meant.
package struct BuiltInVariableType: Word {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The name of the event that is processed.
  package static let eventName = Self(rawValue: "EVENT_NAME")
  /// The name of the client that made the event.
  package static let clientName = Self(rawValue: "CLIENT_NAME")
  /// The container's public id.
  package static let containerID = Self(rawValue: "CONTAINER_ID")
  /// The container's version.
  package static let containerVersion = Self(rawValue: "CONTAINER_VERSION")
  /// Whether the container is previewed.
  package static let debugMode = Self(rawValue: "DEBUG_MODE")
  /// A random whole number.
  package static let randomNumber = Self(rawValue: "RANDOM_NUMBER")
  /// The path of the incoming request.
  package static let requestPath = Self(rawValue: "REQUEST_PATH")
  /// The method of the incoming request.
  package static let requestMethod = Self(rawValue: "REQUEST_METHOD")
  /// The query string of the incoming request.
  package static let queryString = Self(rawValue: "QUERY_STRING")
  /// The visitor's region, by the request's headers.
  package static let visitorRegion = Self(rawValue: "VISITOR_REGION")
  /// The address of the page in the event.
  package static let serverPageLocationURL = Self(rawValue: "SERVER_PAGE_LOCATION_URL")
  /// The path of that address.
  package static let serverPageLocationPath = Self(rawValue: "SERVER_PAGE_LOCATION_PATH")
  /// The host of that address.
  package static let serverPageLocationHostname = Self(rawValue: "SERVER_PAGE_LOCATION_HOSTNAME")
  /// The client id of Google Analytics.
  package static let analyticsClientID = Self(rawValue: "ANALYTICS_CLIENT_ID")
  /// The session id of Google Analytics.
  package static let analyticsSessionID = Self(rawValue: "ANALYTICS_SESSION_ID")
  /// The session number of Google Analytics.
  package static let analyticsSessionNumber = Self(rawValue: "ANALYTICS_SESSION_NUMBER")
  /// The name of the event in the data layer; web only.
  package static let event = Self(rawValue: "EVENT")
  /// The address of the page; web only.
  package static let pageURL = Self(rawValue: "PAGE_URL")
  /// The host of the page; web only.
  package static let pageHostname = Self(rawValue: "PAGE_HOSTNAME")
  /// The path of the page; web only.
  package static let pagePath = Self(rawValue: "PAGE_PATH")
  /// The page before this one; web only.
  package static let referrer = Self(rawValue: "REFERRER")
}
