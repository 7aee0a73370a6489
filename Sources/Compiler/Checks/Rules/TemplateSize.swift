import TagwrightPlan

extension Rule {
  /// A template that gets hard to read and slow to load.
  static let templateSize = Rule(
    warning: .templateSize,
    "a template is larger than its budget",
    documentation: """
      How large a template may be is published nowhere, so the budget is yours: '.sizeBudget(template: .kilobytes(50))'
      behind the container's closing brace. A tag per event has small templates; a lookup table has one large one.
      """,
    wrong: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
      .sizeBudget(template: .kilobytes(1))
      """),
    right: .plan(
      """
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        GA4Client()
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          consent: .required(.adStorage), deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
        } events: {
          On("page_view", send: .pageview())
        }
      }
      """),
    check: .lowered { container in
      let budget = container.resolved.declaration.sizeBudget.template
      return container.draft.templates.filter { $0.text.byteCount > budget }.map { template in
        Finding(
          "template '\(template.name)' has \(template.text.byteCount) bytes, its budget is \(budget)",
          at: container.place(of: .template, template.name) ?? container.resolved.declaration.place,
          mend: "'.sizeBudget(template: …)' behind the container's brace sets another budget")
      }
    })
}
