import Diagnostics
import TagManager

extension ContractRule {
  /// A purchase has value, currency and contents.
  static let conversionWithoutValue = ContractRule(
    "conversion-without-value", .error, "a purchase has value, currency and contents",
    because: """
      A purchase without value, currency or contents is counted, but no campaign can be optimised for it. Send the
      ecommerce data of the data layer with the GA4 tag, and map it on the server.
      """,
    wrong: .init(
      browser: "the GA4 tag sends purchase without ecommerce data", server: "the tag maps no value"),
    right: .init(
      browser: "the GA4 tag sends ecommerce data", server: "the tag maps value, currency and items"),
    explains: [.conversion]
  ) { sides in
    sides.mapped.flatMap { event -> [Breach] in
      event.server.flatMap { tag -> [Breach] in
        guard let sent = tag.sentName(of: event.name), sides.vocabulary.conversions.contains(sent)
        else { return [] }
        return sides.vocabulary.conversionKeys.compactMap { member in
          let origins = tag.origins(member.keys)
          if origins.isEmpty {
            let isRead =
              tag.readsEverything || tag.implicitPaths.contains { member.keys.contains($0) }
            if isRead {
              guard !event.ga4.isEmpty,
                !event.ga4.contains(where: { ga4 in member.keys.contains(where: ga4.sends) })
              else { return nil }
              return unsent(member.name, event)
            }
            return Breach(
              side: .server, name: tag.tag.name,
              message: "'\(sent)' has no source for '\(member.name)'",
              fix:
                "map '\(member.name)': without it \(sides.vocabulary.service) cannot optimise for value"
            )
          }
          guard !event.ga4.isEmpty, !missing(origins, from: event.ga4).isEmpty else { return nil }
          return unsent(member.name, event)
        }
      }
    }
  }

  private static func unsent(_ member: String, _ event: MappedEvent) -> Breach {
    Breach(
      side: .web, name: event.ga4[0].tag.name,
      message: "'\(event.name)' reaches the server without '\(member)'",
      fix: "send the ecommerce data of the data layer with the GA4 tag")
  }
}
