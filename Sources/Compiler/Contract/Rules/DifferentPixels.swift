import Diagnostics
import TagManager

extension ContractRule {
  /// Pixel and server send to the same pixel.
  static let differentPixels = ContractRule(
    "different-pixels", .error, "both sides send to one pixel",
    because: """
      Events of different pixels are never merged. Use one pixel code on both sides.
      """,
    wrong: .init(
      browser: "the pixel's code is EXAMPLE0001", server: "the tag's code is EXAMPLE0002"),
    right: .init(
      browser: "the pixel's code is EXAMPLE0001", server: "the tag's code is EXAMPLE0001"),
    explains: [.pixels]
  ) { sides in
    sides.mapped.flatMap { event in
      event.pixel.flatMap { tag -> [Breach] in
        guard let text = tag.pixel, case .text(let pixel) = sides.web.container.origin(of: text)
        else { return [] }
        let others = event.server.compactMap(\.pixel)
        guard let other = others.first, !others.contains(pixel) else { return [] }
        return [
          Breach(
            side: .web, name: tag.tag.name,
            message: "'\(event.name)' goes to the pixel '\(pixel)', from the server to '\(other)'",
            fix: "use one pixel code on both sides")
        ]
      }
    }
  }
}
