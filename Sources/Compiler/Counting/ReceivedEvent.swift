/// An event as it reaches a destination: from its pixel in the browser, or from a server.
package struct ReceivedEvent: Hashable, Sendable {
  /// The origins that an event can have.
  package enum Origin: String, Hashable, Sendable {
    case pixel, server
  }

  package let origin: Origin
  /// The pixel's code; `nil` for a call that does not name it, which is for every pixel of the page.
  package let pixel: String?
  /// The event's name, in the destination's words.
  package let name: String
  package let id: String?
  /// The browser's id, as a cookie of the pixel has it.
  package let browserID: String?
  /// The values that tell it from another of its name, such as an order's number and value; in the
  /// words of its origin.
  package let values: [String]

  /// Describes an event; empty texts are none.
  package init(
    _ origin: Origin, pixel: String?, name: String, id: String?, browserID: String?,
    values: [String] = []
  ) {
    func text(_ text: String?) -> String? { text?.isEmpty == true ? nil : text }
    self.origin = origin
    self.pixel = text(pixel)
    self.name = name
    self.id = text(id)
    self.browserID = text(browserID)
    self.values = values
  }
}
