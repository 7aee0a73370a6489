package import Diagnostics

/// The browser's half of a server container: a web container that sends each event that the server maps, with
/// what the server reads of it.
///
/// Events, parameters and consent are the server container's own; nothing of them is written twice.
public struct WebContainer: Sendable {
  package let name: String
  package let publicID: String
  package let server: ServerContainer
  package let serverURL: String
  package let measurementID: String?
  package let pixel: Pixel
  package let place: SourcePlace

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
  public init(
    _ name: String, publicID: String, sendingTo server: ServerContainer, at serverURL: String,
    pixel: Pixel, measurementID: String? = nil, file: StaticString = #filePath, line: UInt = #line
  ) {
    self.name = name
    self.publicID = publicID
    self.server = server
    self.serverURL = serverURL
    self.measurementID = measurementID
    self.pixel = pixel
    place = TagwrightPlan.place(file, line)
  }
}

/// What the pixels of a server container's destinations do in the browser.
public struct Pixel: Sendable {
  /// Where a pixel's code comes from.
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
