import Diagnostics
import TagManager
import TagwrightPlan

extension Rule {
  /// A container is imported where its id says.
  static let publicID = Rule(
    error: "public-id",
    "an invalid public id",
    documentation: """
      The public id stands beside the container's name in Tag Manager: 'GTM-', then capital letters and digits. Ids that
      begin with 'G-' or 'AW-' belong to other products. The same goes for server and for web containers.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "G-ABC1234567") { GA4Client() }
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
      """),
    check: .plan { plan in
      plan.containerIDs.filter { !Container.isPublicID($0.id) }.map { id, place in
        Finding(
          "'\(id)' is not the public id of a container", at: place,
          mend: "it is 'GTM-' and capital letters or digits, as Tag Manager shows it")
      }
    })
}

extension ResolvedPlan {
  /// The public ids of server and web containers, and where they are declared.
  var containerIDs: [(id: String, place: SourcePlace)] {
    declaredContainers.map { ($0.declaration.publicID, $0.declaration.place) }
  }
}
