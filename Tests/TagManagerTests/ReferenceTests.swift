import TagManager
import Testing

@Suite struct References {
  @Test(
    arguments: [
      ("", []), ("plain", []), ("{{a}}", ["a"]),
      ("x{{a b}}y{{c.d}}{{a b}}", ["a b", "c.d", "a b"]),
      ("{{}}", []), ("{{ }}", [" "]), ("{{a", []), ("{a}", []), ("{{a}", []), ("{{a}b}}", []),
      ("{{{a}}}", ["a"]), ("{{a{{b}}", ["b"]), ("{{a}}}}", ["a"]), ("{ {a}}", []),
      ("{{ä 😀}}", ["ä 😀"]), ("{{a\nb}}", ["a\nb"]), ("{{", []), ("}}", []),
      ("{\"a\":{\"b\":1}}", []),
    ] as [(String, [String])])
  func toVariablesAreFound(_ text: String, _ names: [String]) {
    #expect(VariableReferences.names(in: text) == names)
  }

  @Test func inParametersAreFoundAtAnyDepth() {
    #expect(
      Sample.tag.parameters.flatMap(\.variableNames) == ["ed.value", "Event Name", "b"])
    #expect(Sample.trigger.filters.flatMap(\.variableNames) == ["Client Name"])
  }

  @Test func ofEntitiesAreFoundInAllTheirFields() {
    #expect(Sample.tag.variableNames == ["ed.value", "Event Name", "b"])
    #expect(Sample.trigger.variableNames == ["_event", "Client Name"])
    var variable = Sample.variable
    variable.format?.undefinedReplacement = .template("{{fallback}}")
    #expect(variable.variableNames == ["fallback"])
    let timer = Trigger(
      id: "1", name: "timer", type: .timer, interval: .template("{{interval}}"))
    #expect(timer.variableNames == ["interval"])
  }

  @Test(
    arguments: [
      ("cvt_188846981_12", .template(containerID: "188846981", templateID: "12")),
      ("cvt_5TP8W", .gallery(templateID: "5TP8W")),
    ] as [(String, CustomTemplateType)])
  func toCustomTemplatesAreReadAndWritten(_ text: String, _ type: CustomTemplateType) {
    #expect(CustomTemplateType(text) == type)
    #expect(type.text == text)
  }

  @Test(arguments: ["ed", "cvt", "cvt_", "cvt__1", "cvt_1_", "cvt_1_2_3", "CVT_1_2", ""])
  func toOtherTypesAreNone(_ text: String) {
    #expect(CustomTemplateType(text) == nil)
  }

  @Test func toATemplateGoByItsIdsOrTheGallerys() {
    var template = TemplateEntity(id: "8", name: "a", templateData: "", containerID: "2")
    #expect(template.entityTypes.map(\.text) == ["cvt_2_8"])
    template.galleryReference = GalleryReference(galleryTemplateID: "5TP8W")
    #expect(template.entityTypes.map(\.text) == ["cvt_2_8", "cvt_5TP8W"])
  }

  @Test func toReservedTriggersHaveNames() {
    #expect(ReservedTrigger.withID("2147479574")?.name == "All Events")
    #expect(ReservedTrigger.withID("2147479553")?.name == "All Pages")
    #expect(ReservedTrigger.withID("12") == nil)
    #expect(Set(ReservedTrigger.all.map(\.id)).count == ReservedTrigger.all.count)
  }

  @Test func conditionsKnowTheirOperands() {
    let condition = Sample.trigger.filters[0]
    #expect(condition.left == "{{Client Name}}")
    #expect(condition.right == "^ga4$")
    #expect(condition.ignoresCase)
    #expect(condition.isNegated)
    #expect(!Sample.trigger.customEventFilters[0].isNegated)
  }
}
