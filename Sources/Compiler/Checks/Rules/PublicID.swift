import TagwrightPlan

extension Rule {
  /// A container is imported where its id says.
  static let publicID = Rule(
    error: "public-id",
    "a public id that is none of Tag Manager's",
    documentation: """
      The public id stands beside the container's name in Tag Manager: 'GTM-', then capital letters and digits. Ids that
      begin with 'G-' or 'AW-' belong to other products.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "G-ABC1234567") { GA4Client() }
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
      """),
    check: .container { container in
      let id = container.declaration.publicID
      let code = id.unicodeScalars.dropFirst(4)
      let isCode = !code.isEmpty && code.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit }
      guard !id.hasPrefix("GTM-") || !isCode else { return [] }
      return [
        Finding(
          "'\(id)' is no public id of a container", at: container.declaration.place,
          mend: "it is 'GTM-' and capital letters or digits, as Tag Manager shows it")
      ]
    })
}
