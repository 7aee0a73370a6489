/// The APIs that a web template gets with `require`; a server template has others.
///
/// Source: https://developers.google.com/tag-platform/tag-manager/templates/api
package enum WebAPI {
  /// All APIs, in alphabetical order.
  package static let all: [ServerAPI] = (own + shared).sorted { $0.name < $1.name }

  private static let own: [ServerAPI] = [
    // The page.
    getUrl, getReferrerUrl, getQueryParameters, getReferrerQueryParameters, readTitle,
    readCharacterSet, readAnalyticsStorage, getCookieValues, setCookie,
    // The data layer and consent.
    copyFromDataLayer, gtagSet, isConsentGranted, addConsentListener, setDefaultConsentState,
    updateConsentState,
    // The window.
    copyFromWindow, setInWindow, aliasInWindow, callInWindow, createQueue, createArgumentsQueue,
    // What is loaded.
    injectScript, injectHiddenIframe, sendPixel,
    // Storage.
    localStorage, templateStorage,
    // Values.
    sha256,
  ]

  /// The APIs that are the same on both sides.
  private static let shared: [ServerAPI] = [
    .addEventCallback, .getContainerVersion, .json, .math, .object, .makeString, .makeNumber,
    .makeInteger, .makeTableMap, .getType, .parseUrl, .encodeUri, .encodeUriComponent, .decodeUri,
    .decodeUriComponent, .toBase64, .fromBase64, .generateRandom, .getTimestampMillis,
    .getTimestamp, .callLater, .logToConsole, .queryPermission,
  ]

  private static let byName: [String: ServerAPI] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The API of a name.
  package static func named(_ name: String) -> ServerAPI? { byName[name] }
}

extension Host {
  /// The kind of container that the template runs in.
  var side: TemplateSide { environment.surroundings.page == nil ? .server : .web }

  /// The API of a name, on the side that the template runs on.
  func api(_ name: String) -> ServerAPI? { side.api(named: name) }

  /// Returns the reason a name has no API on this side.
  func reasonWithout(_ name: String) -> String {
    side.other.api(named: name) == nil
      ? "not an API" : "an API of \(side.other.rawValue) templates only"
  }

  /// The page; an empty one where there is none, which no script can reach.
  var page: WebPage { environment.surroundings.page ?? WebPage(url: "") }

  /// Ends the run if something is not permitted.
  func demand(_ access: PageAccess) throws(RunFailure) { try demand(.page(access)) }
}
