import TagwrightPlan

extension Rule {
  /// A token in a plan is a token in git.
  static let tokenLiteral = Rule(
    error: "token-literal",
    "a text looks like an access token or a test code",
    documentation: """
      Texts of a plan end up in generated files and in git, where everybody who reads the repository can use them. Name a
      secret instead: '.secret("PARTNER_TOKEN")'. If the value has been in git already, revoke it and make a new one. What
      was found is not shown. 'lint' looks for the same in the plan's Swift files, its templates and the output folder.
      """,
    wrong: .container(
      """
      RawTag(
        "Partner", type: "partner",
        parameters: [.text("token", "0123456789abcdef0123456789abcdef01234567")],
        firing: [.allEvents()])
      """),
    right: .container(
      """
      RawTag(
        "Partner", type: "partner",
        parameters: [.secret("token", .secret("PARTNER_TOKEN"))], firing: [.allEvents()])
      """),
    check: .container { container in
      container.declared.texts.compactMap { text in
        TokenPattern.first(in: text.value).map { TokenPattern.finding(of: $0, at: text.place) }
      }
        + container.templateUses.compactMap { use in
          guard let loaded = container.templates[use.file.resolvedPath] else { return nil }
          return TokenPattern.first(in: loaded.text).map { pattern in
            TokenPattern.finding(of: pattern, at: use.file.place, in: use.file.path)
          }
        }
    })
}
