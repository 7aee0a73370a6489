package import SandboxedJS

/// A visit of a page: where it is, what the browser brings along, and what the site pushes to the data layer.
package struct BrowserVisit: Hashable, Sendable {
  /// The page's address.
  package var url: String
  /// The address of the page before; empty where there is none.
  package var referrer: String
  package var title: String
  /// The cookies of the site, as they are on the wire.
  package var cookies: [NamedText]
  /// The headers that the browser sends with hits, such as `user-agent`.
  package var headers: [NamedText]
  /// The default of each consent type: `granted` or `denied`; an empty object for a page without consent mode.
  package var consent: ScriptValue
  /// The pushes of the site: objects, and commands as lists, such as `["consent", "update", {…}]`.
  package var pushes: [ScriptValue]
  /// The time of the visit, in milliseconds since 1970; `nil` for the simulation's own time.
  package var time: Double?
  /// Whether the visitor leaves the page in the end, at which Google's tags send an event of their own.
  package var isLeft = false
  /// The parts of a data layer that are left out, in words.
  package var notes: [String] = []

  /// Describes a visit.
  package init(
    url: String = "https://www.example.com/", referrer: String = "", title: String = "",
    cookies: [NamedText] = [], headers: [NamedText] = [], consent: ScriptValue = .object([]),
    pushes: [ScriptValue] = [], time: Double? = nil
  ) {
    self.url = url
    self.referrer = referrer
    self.title = title
    self.cookies = cookies
    self.headers = headers
    self.consent = consent
    self.pushes = pushes
    self.time = time
  }

  /// A value that the page has; empty where it has none.
  package func value(_ value: PageValue) -> String {
    func header(_ name: String) -> String {
      headers.first { $0.name.lowercased() == name }?.value ?? ""
    }
    switch value {
    case .location: return url
    case .referrer: return referrer
    case .title: return title
    // Browsers ask for their own language first.
    case .language:
      return String(header("accept-language").prefix { $0 != "," && $0 != ";" })
    case .userAgent: return header("user-agent")
    case .hostname: return WebURL(url)?.hostname ?? ""
    case .path: return WebURL(url)?.pathname ?? ""
    }
  }

  /// Whether cookies of the page's site reach a host: both belong to one domain.
  package func isSameSite(as address: String) -> Bool {
    let own = PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: url)
    return !own.isEmpty && own == PublicSuffixRules.builtIn.effectiveTLDPlusOne(of: address)
  }
}
