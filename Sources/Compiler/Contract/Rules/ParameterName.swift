import Diagnostics
import TagManager

extension ContractRule {
  /// GA4 takes no parameter whose name begins with an underscore or with words of its own.
  static let parameterName = ContractRule(
    "parameter-name", .error, "GA4 accepts the names of the parameters",
    because: """
      GA4 drops parameters whose names begin with an underscore or with words that Google keeps for itself, and those
      with more than 40 characters: they never reach the server.
      """,
    wrong: .init(browser: "the GA4 tag sends google_click", server: "the tag reads google_click"),
    right: .init(
      browser: "the GA4 tag sends click_reference", server: "the tag reads click_reference")
  ) { sides in
    sides.web.ga4Tags.flatMap { tag -> [Breach] in
      tag.parameters.map(\.name).compactMap { name in
        let isReserved = ["_", "firebase_", "ga_", "google_", "gtag."].contains {
          name.hasPrefix($0)
        }
        guard isReserved || name.count > 40 else { return nil }
        var better = name.drop { $0 == "_" }
        if better.count > 40 { better = better.prefix(40) }
        return Breach(
          side: .web, name: tag.tag.name,
          message: isReserved
            ? "GA4 drops the parameter '\(name)': its name begins with what Google keeps for itself"
            : "the name of the parameter '\(name)' is longer than 40 characters",
          fix: "call it '\(better)' here and on the server")
      }
    }
  }
}
