import Diagnostics
import TagwrightPlan

extension Rule {
  /// A version of an API is answered until a day that its vendor names, or promises at least.
  static let endingAPIVersion = Rule(
    warning: .endingAPIVersion,
    "the version of an API that a destination's requests name ends soon",
    documentation: """
      LinkedIn, for example, answers each version of its API for a year, and every request names one: on the day after,
      each is refused, and nothing arrives any more. Meta names the day later, and answers a version for two years at least:
      until then the end is an estimate. A newer version of Tagwright names a newer version of the API: update in time,
      generate, and publish the container.
      """,
    wrong: .container(example("")),
    right: .container(
      example(#".allowing(.endingAPIVersion, because: "the container is switched off in June")"#)),
    check: .day { plan, day in
      plan.serverContainers.flatMap { container in
        container.destinations.compactMap { destination -> Finding? in
          guard let version = destination.profile.delivery.version,
            day.number >= version.end.number - version.notice
          else { return nil }
          let verb =
            switch (day < version.end, version.estimate) {
            case (true, nil): "ends on"
            case (false, nil): "ended on"
            case (true, _): "may end from"
            case (false, _): "may have ended since"
            }
          return Finding(
            "version \(version.name) of \(destination.profile.service) \(verb) \(version.end.text)",
            at: destination.place,
            notes: [
              .init(version.estimate ?? "requests that name it are refused from then on"),
              .init("update Tagwright, generate anew, and publish the container before"),
            ],
            allowances: destination.declaration.allowances + container.declaration.allowances)
        }
      }
    })

  private static func example(_ allowance: String) -> String {
    """
    LinkedIn(
      partnerID: "1234567", accessToken: .secret("LINKEDIN_ACCESS_TOKEN"),
      consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
    ) {
      Email(.eventData("user_data.email_address"))
      ClickID()
    } events: {
      On("generate_lead", send: .lead(rule: "104013"))
    }\(allowance)
    """
  }
}
