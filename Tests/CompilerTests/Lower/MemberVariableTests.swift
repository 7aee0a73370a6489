import JSONText
import TagwrightPlan
import Testing

/// The variables that have people, products and consent ready for all tags of a destination.
@Suite struct MemberVariableTests {
  /// The fields of a tag that take such variables, and what they take.
  private func taken(_ plan: CompiledPlan, _ tag: String) throws -> [String] {
    try plan.parameters("tag", tag).filter { field in
      ["user_data", "product_data", "consent"].contains { field.hasPrefix($0) }
    }
  }

  private func made(_ plan: CompiledPlan) throws -> [String] {
    try plan.names("variable").filter { name in
      ["User Data", "Product Data", "Consent"].contains { name.contains($0) }
    }
  }

  private static let purchase: TikTok.Event = .purchase(
    value: .eventData("value"), currency: .eventData("currency"), contents: .items,
    orderID: .eventData("transaction_id"))

  @Test func allTagsOfADestinationHaveThemInCommon() throws {
    let plan = CompiledPlan {
      tikTok {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
        On("view_item", send: .viewContent(contents: .items))
        On("purchase", send: Self.purchase)
      }
      tikTok("Outlet", consent: .required(.adStorage, .adUserData)) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
      }
    }
    #expect(plan.problems == [])
    #expect(
      try made(plan) == [
        "Consent to ad_storage", "TikTok User Data", "TikTok Product Data",
        "Consent to ad_storage, ad_user_data", "Outlet User Data",
      ])
    #expect(
      try taken(plan, "TikTok Pageview (page_view)") == [
        "consent TEMPLATE {{Consent to ad_storage}}", "user_data TEMPLATE {{TikTok User Data}}",
      ])
    #expect(
      try taken(plan, "TikTok Purchase (purchase)") == [
        "consent TEMPLATE {{Consent to ad_storage}}", "user_data TEMPLATE {{TikTok User Data}}",
        "product_data TEMPLATE {{TikTok Product Data}}",
      ])
    #expect(
      try taken(plan, "Outlet Pageview (page_view)") == [
        "consent TEMPLATE {{Consent to ad_storage, ad_user_data}}",
        "user_data TEMPLATE {{Outlet User Data}}",
      ])
  }

  @Test(arguments: [Layout.tagPerEvent, .tagPerEvent(template: .shared), .lookupTable])
  func anEventThatDeclaresSomethingElseHasItsOwn(_ layout: Layout) throws {
    let plan = CompiledPlan {
      tikTok(layout: layout) {
        Email(.eventData("user_data.email_address"))
        UserAgent()
      } events: {
        On("page_view", send: .pageview())
        On("sign_up", send: .completeRegistration()) { Email(.eventData("new_email")) }
        On("view_item", send: .viewContent(contents: .items(from: .eventData("products"))))
        On("view_group", send: .viewContent(contents: .items(from: .eventData("products"))))
        On(
          "list",
          send: .viewContent(contents: .items(from: .eventData("items"), type: .productGroup)))
        On("purchase", send: Self.purchase, consent: .waived(because: "a test"))
      }
    }
    #expect(plan.problems == [])
    let variables = try made(plan)
    #expect(
      Set(variables) == [
        "Consent to ad_storage", "TikTok User Data",
        "TikTok CompleteRegistration (sign_up) User Data",
        "TikTok Product Data (event data 'products')", "TikTok Product Data (product_group)",
        "TikTok Product Data",
      ], "\(variables)")
    guard layout != .lookupTable else { return }
    #expect(
      try taken(plan, "TikTok CompleteRegistration (sign_up)").contains {
        $0.hasSuffix(" TEMPLATE {{TikTok CompleteRegistration (sign_up) User Data}}")
      })
    #expect(
      try taken(plan, "TikTok ViewContent (view_group)").contains {
        $0.hasSuffix(" TEMPLATE {{TikTok Product Data (event data 'products')}}")
      })
    #expect(
      try !taken(plan, "TikTok Purchase (purchase)").contains { $0.contains("Consent") })
    #expect(
      try plan.parameters("variable", "TikTok CompleteRegistration (sign_up) User Data") == [
        "email TEMPLATE {{ed.new_email}}", "user_agent TEMPLATE {{ed.user_agent}}",
      ])
  }

  @Test func inlineTemplatesNeedNone() throws {
    let plan = CompiledPlan {
      tikTok(sources: .inline) {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("purchase", send: Self.purchase)
      }
    }
    #expect(plan.problems == [])
    #expect(try made(plan) == [])
    #expect(plan.paths.filter { $0.hasPrefix("templates/") } == ["templates/tiktok-purchase.tpl"])
  }

  @Test func aNameThatLeadsNowhereIsReportedWhereItWasWritten() throws {
    let plan = CompiledPlan {
      tikTok {
        Email(.variable("No such variable"))
      } events: {
        On("page_view", send: .pageview())
        On("purchase", send: Self.purchase)
      }
    }
    #expect(plan.rules == ["unknown-variable"])
    #expect(plan.problems.first?.hasPrefix("+2: error: ") == true, "\(plan.problems)")
  }

  @Test func aVariableOfTheSameNameCollides() throws {
    let plan = CompiledPlan {
      RawVariable("TikTok User Data", type: "c", parameters: [.text("value", "1")])
      tikTok {
        Email(.eventData("user_data.email_address"))
      } events: {
        On("page_view", send: .pageview())
      }
    }
    #expect(plan.rules == ["duplicate-name"])
  }
}
