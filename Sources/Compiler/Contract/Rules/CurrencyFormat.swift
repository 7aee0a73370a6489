import Diagnostics
import TagManager

extension ContractRule {
  /// A currency is a code of ISO 4217.
  static let currencyFormat = ContractRule(
    "currency-format", .error, "a currency is a code that the destination lists",
    because: """
      A currency that the destination does not list makes the value worthless. It is three letters of ISO 4217.
      """,
    wrong: .init(browser: "the page pushes currency: 'euro'", server: "the tag sends it on"),
    right: .init(browser: "the page pushes currency: 'EUR'", server: "the tag sends it on")
  ) { sides in
    func breach(
      _ side: ContractFinding.Side, _ name: String, _ origin: ValueOrigin
    ) -> Breach? {
      guard case .text(let text) = origin, !sides.vocabulary.currencies.contains(text.uppercased())
      else { return nil }
      return Breach(
        side: side, name: name,
        message: "'\(text)' is not a currency that \(sides.vocabulary.service) lists",
        fix: "write the three letters of ISO 4217, such as 'EUR'")
    }
    let web =
      sides.mapped.flatMap(\.ga4).compactMap { tag in
        tag.text("currency").flatMap {
          breach(.web, tag.tag.name, sides.web.container.origin(of: $0))
        }
      }
      + sides.web.pixelTags.flatMap { tag in
        tag.fields.filter { $0.key == "currency" }.compactMap {
          breach(.web, tag.tag.name, sides.web.container.origin(of: $0.text))
        }
      }
    return web
      + sides.server.tags.flatMap { tag in
        tag.origins(["currency"]).compactMap { breach(.server, tag.tag.name, $0) }
      }
  }
}
