import CustomTemplate
import Diagnostics
import JSONText
import TagwrightPlan
import Testing

@Suite struct TemplateFileTests {
  @Test func aTemplateLandsInTheContainerAsOneOfItsOwn() throws {
    let text = SampleTemplate.text(kind: .tag, displayName: "CRM")
      .replacing(#""id": "cvt_temp_public_id""#, with: #""id": "cvt_5TP8W""#)
    let plan = CompiledPlan(templates: ["crm.tpl": "\u{feff}" + text.replacing("\n", with: "\r\n")])
    {
      TemplateTag("a", template: Template("crm.tpl"), firing: [.allEvents()], notes: "own words")
      TemplateTag("b", template: Template("crm.tpl"), firing: [.allEvents()])
    }
    #expect(plan.problems == [])
    #expect(try plan.names("customTemplate") == ["CRM"])
    let template = try plan.entity("customTemplate", "CRM").object
    #expect(
      template?.members.map(\.key) == [
        "accountId", "containerId", "templateId", "name", "fingerprint", "templateData",
      ])
    #expect(
      template?["templateData"]?.string == SampleTemplate.text(kind: .tag, displayName: "CRM"))
    #expect(
      try plan.shown("tag", "a")
        == #"{"type":"cvt_<CRM>","firingTriggerId":["2147479574"],"tagFiringOption":"ONCE_PER_EVENT","monitoringMetadata":{"type":"MAP"},"consentSettings":{"consentStatus":"NOT_SET"}}"#
    )
    let id = template?["templateId"]?.string ?? ""
    #expect(try plan.entity("tag", "b")["type"]?.string == "cvt_11111111_\(id)")
    #expect(
      try plan.entity("tag", "a")["notes"]
        == "own words\n\nMade by Tagwright from the plan 'Test': change the plan, not this.")
    #expect(plan.paths == ["server-container.json", "README.md"])
  }

  @Test func everyKindOfTemplateMakesItsKindOfEntity() throws {
    let plan = CompiledPlan(templates: [
      "v.tpl": SampleTemplate.text(kind: .variable, displayName: "V"),
      "c.tpl": SampleTemplate.text(kind: .client, displayName: "C"),
    ]) {
      Folder("Mine") {
        TemplateVariable("v", template: Template("v.tpl"))
        TemplateClient("c", template: Template("c.tpl"), priority: 3)
      }
    }
    #expect(plan.problems == [])
    #expect(
      try plan.shown("variable", "v")
        == #"{"type":"cvt_<V>","parentFolderId":"Mine","formatValue":{}}"#)
    #expect(
      try plan.shown("client", "c")
        == #"{"type":"cvt_<C>","priority":3,"parentFolderId":"Mine"}"#)
  }

  @Test func aPathIsRelativeToTheSwiftFile() {
    var paths: [String] = []
    let here = "\(#filePath)".split(separator: "/").dropLast().joined(separator: "/")
    let plan = Plan(serverContainers: [
      ServerContainer("A", publicID: "GTM-A") {
        TemplateVariable("a", template: Template("x.tpl"))
        TemplateVariable("b", template: Template("folder/y.tpl"))
        TemplateVariable("c", template: Template("/absolute/z.tpl"))
        TemplateVariable("d", template: Template("x.tpl"))
      }
    ])
    _ = CompiledPlan(plan) { path in
      paths.append(path)
      return nil
    }
    #expect(paths == ["/\(here)/x.tpl", "/\(here)/folder/y.tpl", "/absolute/z.tpl"])
  }

  @Test func anUnreadableFileIsReportedOnce() {
    let crm = Template("crm.tpl")
    let plan = CompiledPlan {
      TemplateTag("a", template: crm, firing: [.allEvents()])
      TemplateTag("b", template: crm, firing: [.allEvents()])
    }
    #expect(
      plan.problems == [
        """
        +-1: error: template 'crm.tpl' cannot be read: no such file [unreadable-template]
        +-1: note: the path is relative to the Swift file that names it
        """
      ])
  }

  @Test func aBrokenFileIsReportedHereAndThere() {
    let text = SampleTemplate.text(kind: .tag).replacing(
      #""type": "TAG","#, with: #""type": "TAG""#)
    let plan = CompiledPlan(templates: ["broken.tpl": text, "empty.tpl": ""]) {
      TemplateTag("a", template: Template("broken.tpl"), firing: [.allEvents()])
      TemplateTag("b", template: Template("empty.tpl"), firing: [.allEvents()])
    }
    #expect(
      plan.problems == [
        """
        +1: error: template 'broken.tpl' is broken: in ___INFO___: expected ',' or '}', found '"': a comma is missing [broken-template]
        broken.tpl:5: note: it is here in the template
        """,
        """
        +2: error: template 'empty.tpl' is broken: no line begins a section, such as '___INFO___': export the template from Google Tag Manager with 'Export' in the menu of the template editor [broken-template]
        empty.tpl:1: note: it is here in the template
        """,
      ])
  }

  @Test func aTemplateFitsWhatIsMadeFromIt() {
    let plan = CompiledPlan(templates: [
      "tag.tpl": SampleTemplate.text(kind: .tag, displayName: "T"),
      "web.tpl": SampleTemplate.text(kind: .tag, side: .web, displayName: "W"),
    ]) {
      TemplateVariable("v", template: Template("tag.tpl"))
      TemplateClient("c", template: Template("tag.tpl"))
      TemplateTag("w", template: Template("web.tpl"), firing: [.allEvents()])
    }
    #expect(
      plan.problems == [
        """
        +4: error: 'v' is made from a template of another kind [wrong-template-kind]
        +4: note: 'tag.tpl' makes a tag
        """,
        """
        +5: error: 'c' is made from a template of another kind [wrong-template-kind]
        +5: note: 'tag.tpl' makes a tag
        """,
        """
        +6: error: template 'web.tpl' is for web containers [wrong-template-kind]
        +6: note: a server container takes templates whose code is for servers
        """,
      ])
  }
}
