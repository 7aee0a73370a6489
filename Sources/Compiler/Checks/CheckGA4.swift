import Diagnostics
import TagwrightPlan

/// What the GA4 tag and client cannot work with.
func checkGA4(_ container: ResolvedContainer) -> [Diagnostic] {
  container.elements.flatMap { element -> [Diagnostic] in
    switch element.kind {
    case .ga4Tag(let tag):
      guard !tag.measurementID.hasPrefix("G-"), !tag.measurementID.contains("{{") else { return [] }
      return [
        .error(
          "measurement-id", "'\(tag.measurementID)' is no measurement id", at: tag.place,
          "it begins with 'G-', as the data stream shows it")
      ]
    case .ga4Client(let client):
      guard client.cookieDomain.isEmpty else { return [] }
      return [
        .error(
          "cookie-domain", "client '\(client.name)' has no domain for its cookie",
          at: client.place, "write 'auto' or a domain")
      ]
    default: return []
    }
  }
}
