import TagwrightPlan
import Testing

@Suite struct NameTests {
  @Test func everyKindOfNameIsUsedOnce() {
    let plan = CompiledPlan(templates: [
      "a.tpl": SampleTemplate.text(displayName: "Same", code: "return 1;"),
      "b.tpl": SampleTemplate.text(displayName: "Same", code: "return 2;"),
    ]) {
      Folder("f") {}
      Folder("f") {}
      Trigger("r", on: .event("r"))
      Trigger("r", on: .event("r"))
      RawTag("t", type: "http_request", firing: [.named("r")])
      RawTag("t", type: "http_request", firing: [.named("r")])
      RawVariable("v", type: "vr")
      RawVariable("v", type: "vr")
      RawClient("c", type: "gtm_client")
      RawClient("c", type: "gtm_client")
      TemplateVariable("m", template: Template("a.tpl"))
      TemplateVariable("n", template: Template("b.tpl"))
    }
    #expect(
      plan.problems
        == [
          (5, "folder", "f"), (7, "trigger", "r"), (9, "tag", "t"), (11, "variable", "v"),
          (13, "client", "c"), (15, "template", "Same"),
        ].map { line, kind, name in
          """
          +\(line): error: \(kind) '\(name)' is declared twice [duplicate-name]
          +\(line - 1): note: first declared here
          +\(line): note: Tag Manager keeps one \(kind) per name; give this one another name
          """
        })
  }

  @Test func aNameCannotBeEmpty() {
    let plan = CompiledPlan {
      Folder("") {}
      Trigger(" ", on: .event("r"))
      RawTag("", type: "http_request", firing: [.allEvents()])
      RawVariable("", type: "vr")
      RawClient("", type: "gtm_client")
      GA4Client("")
    }
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0] } == [
        "+1: error: a folder has no name [empty-name]",
        "+2: error: a trigger has no name [empty-name]",
        "+3: error: a tag has no name [empty-name]",
        "+4: error: a variable has no name [empty-name]",
        "+5: error: a client has no name [empty-name]",
        "+6: error: a client has no name [empty-name]",
      ])
  }

  @Test func nothingCanReferToAVariableWithBracesInItsName() {
    let plan = CompiledPlan {
      RawVariable("a}b", type: "vr")
      tikTok { On("purchase", send: .lead(reading: .cookie("{c"))) }
    }
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0] } == [
        "+1: error: nothing can refer to the variable 'a}b' [braces-in-name]",
        "+2: error: '.cookie' takes a name without braces, not '{c' [braces-in-name]",
      ])
  }

  @Test func foldersHoldNoFolders() {
    let plan = CompiledPlan {
      Folder("outer") {
        Folder("inner") { GA4Client() }
      }
    }
    #expect(
      plan.problems == [
        """
        +2: error: folder 'inner' stands inside folder 'outer' [nested-folder]
        +2: note: Tag Manager's folders hold no folders; move it beside the other
        """
      ])
  }

  @Test func containersAndDestinationsAreToldApart() {
    let first = ServerContainer("A", publicID: "GTM-AAAA") {}
    let plan = CompiledPlan(
      Plan(serverContainers: [
        first,
        ServerContainer("B", publicID: "GTM-AAAA") {
          tikTok { On("a", send: .lead()) }
          tikTok { On("a", send: .lead()) }
        },
      ]))
    #expect(
      plan.problems == [
        """
        +3: error: two containers have the public id 'GTM-AAAA' [duplicate-public-id]
        +-1: note: first declared here
        +3: note: give one of them another
        """,
        """
        +5: error: two destinations are named 'TikTok' [duplicate-name]
        +4: note: first declared here
        +5: note: give each a name of its own, such as 'TikTok("TikTok 2", …)'
        """,
      ])
  }

  @Test(arguments: [
    "", "GTM-", "GTM-abc", "gtm-ABC", "GTM-A/B", "G-ABC1234567", "../GTM-A", "GTM-Ä",
  ])
  func aPublicIDIsAsTagManagerShowsIt(_ publicID: String) {
    let plan = CompiledPlan(
      Plan(serverContainers: [ServerContainer("A", publicID: publicID) {}]))
    #expect(
      plan.problems == [
        """
        +1: error: '\(publicID)' is not the public id of a container [public-id]
        +1: note: it is 'GTM-' and capital letters or digits, as Tag Manager shows it
        """
      ])
  }

  @Test func anEmptyPlanIsReported() {
    let plan = CompiledPlan(Plan(serverContainers: []))
    #expect(
      plan.problems == [
        """
        plan: error: the plan 'Test' declares no container [empty-plan]
        plan: note: add a ServerContainer to its 'plan'
        """
      ])
    #expect(plan.paths == [])
  }
}
