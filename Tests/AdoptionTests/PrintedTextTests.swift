import Adoption
import TagManager
import Testing

@Suite struct PrintedTextTests {
  private let version = ContainerVersion(
    container: Container(name: "Shop", publicID: "GTM-SHOP1", usageContexts: [.server]),
    tags: [
      Tag(
        id: "1", name: "GA4", type: "sgtmgaaw",
        parameters: [
          .template("epToIncludeDropdown", "all"), .boolean("redactVisitorIp", false),
          .template("upToIncludeDropdown", "all"), .template("measurementId", "G-ABC1234567"),
        ], firingTriggerIDs: ["2147479574"]),
      Tag(
        id: "2", name: "Partner – purchase", type: "cvt_7_5",
        parameters: [.template("event", "{{Event Name}}"), .boolean("isTest", false)],
        firingTriggerIDs: ["3"], notes: "First line\nSecond line",
        setupTags: [SetupTag(tagName: "GA4")],
        parentFolderID: "4", paused: true, consentSettings: .needed(["ad_storage"])),
    ],
    triggers: [
      Trigger(
        id: "3", name: "purchase", type: .customEvent,
        customEventFilters: [Condition("{{_event}}", .equals, "purchase")],
        filters: [
          Condition("{{Client Name}}", .equals, "GA4"),
          Condition("{{value}}", .greater, "0"),
          Condition("{{value}}", .contains, "x", isNegated: true),
        ], parentFolderID: "4")
    ],
    variables: [
      Variable(
        id: "6", name: "value", type: "ed",
        parameters: [.boolean("setDefaultValue", false), .template("keyPath", "value")]),
      Variable(
        id: "8", name: "Country", type: "smm",
        parameters: [
          .boolean("setDefaultValue", false), .template("input", "{{Event Name}}"),
          .list("map", [.map([.template("key", "de"), .template("value", "Germany")])]),
        ]),
    ],
    folders: [Folder(id: "4", name: "Partner")],
    builtInVariables: [
      BuiltInVariable(type: .eventName, name: "Event Name"),
      BuiltInVariable(type: .clientName, name: "Client Name"),
    ],
    customTemplates: [TemplateEntity(id: "5", name: "Partner", templateData: "text")])

  private func text(_ path: String) throws -> String? {
    var version = version
    version.containerID = "7"
    return try AdoptedSources(AdoptedContainer(version), type: "Shop").files
      .first { $0.path == path }?.text
  }

  @Test func thePlanListsWhatTheContainerHas() throws {
    #expect(
      try text("Plan.swift") == """
        import Tagwright

        /// A container that was taken over from Tag Manager.
        @main
        struct Shop: TrackingPlan {
          var plan: Plan {
            ServerContainer("Shop", publicID: "GTM-SHOP1") {
              Self.settingsElements
              Self.tagsElements
              Self.variablesElements
              Self.templatesElements
              Self.partnerFolder
            }
            .adopted()
          }
        }

        """)
  }

  @Test func aFolderIsAFileWithItsTriggersAsSwiftNames() throws {
    #expect(
      try text("Partner.swift") == #"""
        import Tagwright

        extension Shop {
          static let purchaseTrigger = Trigger(
            "purchase",
            on: .event("purchase"),
            where: .client("GA4"),
            .variable("value") > 0,
            !.variable("value").contains("x"))

          @ContainerBuilder static var partnerFolder: [ContainerElement] {
            Folder("Partner") {
              RawTag(
                "Partner – purchase",
                template: partnerTemplate,
                parameters: [.text("event", "{{Event Name}}"), .boolean("isTest", false)],
                firing: [.trigger(purchaseTrigger)],
                isPaused: true,
                notes: """
                  First line
                  Second line
                  """
              )
              .consent(.needed("ad_storage"))
              .setUp(by: "GA4")
              purchaseTrigger
            }
          }
        }

        """#)
  }

  @Test func whatLiesInNoFolderIsAFileForEachKind() throws {
    #expect(
      try text("Variables.swift") == """
        import Tagwright

        extension Shop {
          @ContainerBuilder static var variablesElements: [ContainerElement] {
            Variable("value", .eventData("value"))
            Variable("Country", .lookupTable(of: "{{Event Name}}", ["de": "Germany"]))
          }
        }

        """)
    #expect(
      try text("Tags.swift")?.contains(
        #"GA4Tag(measurementID: "G-ABC1234567", firing: [.allEvents()])"#) == true)
    #expect(
      try text("Settings.swift")?.contains("BuiltIns(.eventName, .clientName)") == true)
    #expect(try text("Templates/partner.tpl") == "text")
  }

  @Test func whatAPlanCannotNameIsAnError() {
    let twice = ContainerVersion(
      tags: [Tag(id: "1", name: "A", type: "html"), Tag(id: "2", name: "A", type: "html")])
    #expect { try AdoptedContainer(twice) } throws: {
      ($0 as? AdoptionError)?.message == "two tags are called 'A'"
    }
    let app = ContainerVersion(container: Container(usageContexts: [UsageContext(rawValue: "IOS")]))
    #expect { try AdoptedContainer(app) } throws: {
      ($0 as? AdoptionError)?.message == "a container for 'ios' cannot become a plan"
    }
  }
}
