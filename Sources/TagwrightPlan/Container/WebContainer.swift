package import Diagnostics

/// The browser's half of a server container: a web container that sends each event that the server maps, with
/// what the server reads of it.
///
/// Events, parameters and consent are the server container's own; nothing of them is written twice. Whatever else the site
/// needs in its web container stands in a block behind it, as in a server container.
public struct WebContainer: Sendable {
  /// The elements beside the browser's half; declared as a server container's contents are.
  package var contents: ServerContainer
  package let server: ServerContainer
  package let serverURL: String
  package let measurementID: String?
  package let pixel: Pixel
  package let consent: Consent?
  package let pageViews: PageViews
  package let alsoToGA4: [String]

  package var name: String { contents.name }
  package var publicID: String { contents.publicID }
  package var place: SourcePlace { contents.place }

  /// Declares a web container.
  ///
  /// - Parameters:
  ///   - name: the container's name.
  ///   - publicID: its public id, such as `GTM-DEF5678`.
  ///   - server: the server container of this plan that the events go to.
  ///   - serverURL: the tagging server's address, such as `https://sgtm.example.com`
  ///     (`server_container_url` of the Google tag).
  ///   - pixel: what the destinations' pixels do in the browser.
  ///   - measurementID: the measurement id of the Google tag; by default that of the server's GA4 tag.
  ///   - consent: what the Google tag and the GA4 tags wait for. Without a policy they always fire and tell the server
  ///     what the visitor said (Google's advanced consent mode); with one, nothing is sent before (basic consent mode),
  ///     and so nothing reaches the server's destinations either.
  ///   - pageViews: what counts as a page view.
  ///   - alsoToGA4: names of further events that go to the server with their e-commerce data and that no destination maps,
  ///     such as `view_item_list`.
  ///   - elements: what the container has beside the browser's half, such as tags of other services.
  public init(
    _ name: String, publicID: String, sendingTo server: ServerContainer, at serverURL: String,
    pixel: Pixel, measurementID: String? = nil, consent: Consent? = nil,
    pageViews: PageViews = .everyPage, alsoToGA4: [String] = [], file: StaticString = #filePath,
    line: UInt = #line, @ContainerBuilder elements: () -> [ContainerElement] = { [] }
  ) {
    contents = ServerContainer(name, publicID: publicID, file: file, line: line, elements: elements)
    self.server = server
    self.serverURL = serverURL
    self.measurementID = measurementID
    self.pixel = pixel
    self.consent = consent
    self.pageViews = pageViews
    self.alsoToGA4 = alsoToGA4
  }

  package init(
    _ name: String, publicID: String, sendingTo server: ServerContainer, at serverURL: String,
    pixel: Pixel, measurementID: String?, consent: Consent?, pageViews: PageViews,
    alsoToGA4: [String], place: SourcePlace
  ) {
    contents = ServerContainer(name, publicID: publicID, elements: [], at: place)
    self.server = server
    self.serverURL = serverURL
    self.measurementID = measurementID
    self.pixel = pixel
    self.consent = consent
    self.pageViews = pageViews
    self.alsoToGA4 = alsoToGA4
  }

  /// The elements of the block were taken over from Tag Manager; see `ServerContainer.adopted()`.
  public func adopted() -> WebContainer {
    var copy = self
    copy.contents = contents.adopted()
    return copy
  }
}

/// The pages and changes of address that count as a page view.
public enum PageViews: Sendable {
  /// Each page that is loaded.
  case everyPage
  /// Each page that is loaded, and each change of the address without loading, as in a single-page app.
  case historyChanges
}

/// The part that the pixels of a server container's destinations play in the browser.
public struct Pixel: Sendable {
  /// The origin of a pixel's code.
  public enum Origin: Sendable {
    /// The pixel is on the page already, without calls of its own: the web container calls it for each event.
    case installed
    /// The web container loads the pixel and calls it for each event.
    case generated
    /// No pixel runs: only the server sends events.
    case none
  }

  package let origin: Origin

  /// Says where the pixels' code comes from.
  public init(_ origin: Origin) {
    self.origin = origin
  }
}
