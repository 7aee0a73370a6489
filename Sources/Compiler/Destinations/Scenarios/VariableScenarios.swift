import CustomTemplate
import JSONText
import TagwrightPlan

/// The `___TESTS___` of a variable that has members of an event: its mapping, its hashing.
struct VariableScenarios {
  private let template: VariableTemplate
  private let example: HitValues

  init(_ template: VariableTemplate) {
    self.template = template
    example = template.example
  }

  /// The code that runs before each scenario: a value in every field.
  var setup: String {
    """
    const JSON = require('JSON');
    let input = {};
    const texts = [];
    mock('getTimestampMillis', 1767225600000);
    \(example.assignments.joined(separator: "\n"))
    """
  }

  var scenarios: [TemplateScenario] {
    let service = template.destination.profile.name
    return [
      TemplateScenario(
        name: TemplateScenario.suitableName("Has every value in \(service)'s form"),
        code: """
          const found = runCode(input);
          const expected = \(template.value(example).text(.compact));
          \(example.unpredicted.map(taken).joined())assertThat(found).isEqualTo(expected);
          """),
      TemplateScenario(
        name: "Leaves out what is missing or has the wrong form",
        code: TagScenarios.rubbish(
          in: example.places,
          then: "const found = runCode(input);\n  "
            + template.objects.map {
              "assertThat(JSON.stringify(found.\($0))).isEqualTo('{}');"
            }.joined(separator: "\n  "))),
    ]
      + TagScenarios.hashing(example.places) { _, email in
        "assertThat(runCode(input).\(email.place.code))"
      }
      + TagScenarios.plainText(
        example.places, then: "texts.push(JSON.stringify(runCode(input)));", "texts")
  }

  /// Returns the code that takes a member as it comes, since its source was filled for another one.
  private func taken(_ member: Member) -> String {
    """
    if (found.\(member.place.code) !== undefined) expected.\(member.place.code) = found.\(member.place.code);
    expected.unusable = found.unusable;

    """
  }
}

extension VariableTemplate {
  /// Values for its fields, and what becomes of them.
  var example: HitValues {
    var hit = HitValues(destination, reads)
    for member in members { hit.add(member) }
    hit.finish(members, pairs: [])
    return hit
  }

  /// The value of the variable for an example.
  func value(_ example: HitValues) -> JSON {
    let found = objects.map { object in
      JSONObject.Member(object, .object(example.results[object] ?? .init()))
    }
    return .object(JSONObject(found + [.init("unusable", [])]))
  }
}
