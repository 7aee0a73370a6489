import TagwrightPlan

extension Rule {
  /// Hits with a wrong measurement id are lost.
  static let measurementID = Rule(
    error: "measurement-id",
    "an invalid measurement id",
    documentation: """
      The measurement id of a GA4 data stream begins with 'G-'. Ids that begin with 'UA-' belonged to Universal Analytics,
      which has ended; 'GTM-' is a container.
      """,
    wrong: .container(
      """
      GA4Tag(measurementID: "UA-1234567-1")
      """),
    right: .container(
      """
      GA4Tag(measurementID: "G-ABC1234567")
      """),
    check: .container { container in
      container.elements.compactMap { element in
        guard case .ga4Tag(let tag) = element.kind, !tag.measurementID.hasPrefix("G-"),
          !tag.measurementID.contains("{{")
        else { return nil }
        return Finding(
          "'\(tag.measurementID)' is not a measurement id", at: tag.place,
          mend: "it begins with 'G-', as the data stream shows it")
      }
    })
}
