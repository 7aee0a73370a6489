import Diagnostics
import TagwrightPlan

extension Rule {
  /// One container cannot be made from two declarations.
  static let duplicatePublicID = Rule(
    error: "duplicate-public-id",
    "two containers have one public id",
    documentation: """
      A plan may declare several containers, each for one public id: each is imported into the container of that id, and
      its files go into a folder of that name. A web container has an id of its own, too. Put everything for one id into
      one container, or correct the id.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
      ServerContainer("Blog", publicID: "GTM-ABC1234") { GA4Client() }
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
      ServerContainer("Blog", publicID: "GTM-DEF5678") { GA4Client() }
      """),
    check: .plan { plan in
      repeated(plan.containerIDs.map { ($0.id, $0.place) }).map {
        Finding(
          "two containers have the public id '\($0.name)'", at: $0.second,
          notes: [.init("first declared here", at: $0.first), .init("give one of them another")])
      }
    })
}
