import CustomTemplate
import JSONText
import Testing

@Suite struct CustomTemplateTextTests {
  @Test func aTemplateIsWrittenAsGoogleTagManagerWritesIt() {
    #expect(ExampleTemplate.template.text == ExampleTemplate.text)
  }

  @Test func readingTheTextGivesTheTemplateBack() throws {
    let file = try TemplateDocument.read(ExampleTemplate.text, file: "example.tpl")
    #expect(file.template == ExampleTemplate.template)
    #expect(file.sectionsInForeignStyle.isEmpty)
    #expect(file.template.text == ExampleTemplate.text)
    let read = try CustomTemplate.read(Array(ExampleTemplate.text.utf8), file: "example.tpl")
    #expect(read == ExampleTemplate.template)
    #expect(read.bytes == Array(ExampleTemplate.text.utf8))
  }

  @Test func aTemplateWithoutPermissionsHasNoSectionForThem() {
    let template = CustomTemplate(
      kind: .variable, displayName: "One", description: "", code: "return 1;")
    #expect(!template.text.contains("PERMISSIONS"))
    #expect(template.text.hasSuffix("___TESTS___\n\nscenarios: []\n\n\n___NOTES___\n\n\n\n\n"))
  }

  @Test func aWebTemplateHasTheSectionsOfItsSide() throws {
    let template = CustomTemplate(
      kind: .tag, side: .web, displayName: "Web", description: "", code: "data.gtmOnSuccess();",
      permissions: [.logging(.all)])
    let file = try TemplateDocument.read(template.text, file: "web.tpl")
    #expect(
      file.sections.map(\.name) == [
        "INFO", "TEMPLATE_PARAMETERS", "SANDBOXED_JS_FOR_WEB_TEMPLATE", "WEB_PERMISSIONS", "TESTS",
        "NOTES",
      ])
    #expect(file.template == template)
  }

  @Test func theBrandStandsBetweenCategoriesAndDescription() {
    let info = TemplateInfo(
      kind: .client, side: .server, displayName: "N", description: "D", categories: ["UTILITY"],
      brand: TemplateBrand(displayName: "Shop"))
    #expect(
      JSON.object(info.attributes).text(.compact)
        == #"{"type":"CLIENT","id":"cvt_temp_public_id","version":1,"securityGroups":[],"displayName":"N","categories":["UTILITY"],"brand":{"id":"brand_dummy","displayName":"Shop"},"description":"D","containerContexts":["SERVER"]}"#
    )
    #expect(info.kind == .client)
    #expect(info.containerContexts == [.server])
    #expect(info.brand?.displayName == "Shop")
  }

  /// Texts that could be taken for something else, or lose what surrounds them.
  @Test(arguments: [
    "", "\n", "\n\n\n", "\n\na();", "a();\n", "a();\n\n\n\n\n", "  a();", "const a = '___';\n____",
    "// ___X__\n", "\u{FEFF}a();", "a\0b",
  ])
  func codeAndNotesComeBackAsTheyWere(text: String) throws {
    var template = ExampleTemplate.template
    template.code = text
    template.notes = text
    template.termsOfService = text
    let file = try TemplateDocument.read(template.text, file: "example.tpl")
    #expect(file.template == template)
    #expect(file.sectionsInForeignStyle.isEmpty)
  }

  @Test func aLineOfCodeThatLooksLikeASectionIsIndented() throws {
    var template = ExampleTemplate.template
    template.code = "a();\n___TESTS___ \nb();"
    let file = try TemplateDocument.read(template.text, file: "example.tpl")
    #expect(file.template.code == "a();\n ___TESTS___ \nb();")
    #expect(file.template.scenarios == template.scenarios)
  }

  @Test func lineEndsOfWindowsBecomeLineFeeds() throws {
    var template = ExampleTemplate.template
    template.code = "a();\r\r\nb();\r\nc();\r"
    #expect(!template.text.utf8.contains(UInt8(ascii: "\r")))
    let file = try TemplateDocument.read(template.text, file: "example.tpl")
    #expect(file.template.code == "a();\nb();\nc();")
  }
}
