import Diagnostics
import TagManager

extension ContainerRule {
  /// A reference has two braces on either side.
  static let unclosedReference = ContainerRule(
    "unclosed-reference", .warning, "a reference to a variable has too few braces",
    documentation: """
      '{{Total' and '{{Total}' are texts like any other: Tag Manager sends them as they stand, and only '{{Total}}' as the
      variable's value. Where the name behind or before the braces is one that the container has, the variable is meant.
      """,
    wrong: """
      {"variable": [
        {"variableId": "1", "name": "Total", "type": "c",
          "parameter": [{"type": "TEMPLATE", "key": "value", "value": "100"}]},
        {"variableId": "2", "name": "Sum", "type": "c",
          "parameter": [{"type": "TEMPLATE", "key": "value", "value": "{{Total}"}]}]}
      """,
    right: """
      {"variable": [
        {"variableId": "1", "name": "Total", "type": "c",
          "parameter": [{"type": "TEMPLATE", "key": "value", "value": "100"}]},
        {"variableId": "2", "name": "Sum", "type": "c",
          "parameter": [{"type": "TEMPLATE", "key": "value", "value": "{{Total}}"}]}]}
      """
  ) { container in
    let names = container.names(of: .variable).union(container.names(of: .builtInVariable)).sorted()
    return container.entities.flatMap { entity in
      entity.parameters.compactMap { parameter in
        // Code has braces of its own.
        guard !["html", "javascript"].contains(parameter.key), let value = parameter.value,
          let name = name(meantIn: value, among: names)
        else { return nil }
        return Breach(
          entity, "has '\(name)' with too few braces, which is sent as a text",
          mend: "write '{{\(name)}}'")
      }
    }
  }

  /// The longest name that stands behind `{{` or before `}}` and is no whole reference.
  private static func name(meantIn text: String, among names: [String]) -> String? {
    guard
      text.utf8.count(where: { $0 == UInt8(ascii: "{") })
        != text.utf8.count(where: { $0 == UInt8(ascii: "}") })
    else { return nil }
    var rest = text
    for place in VariableReferences.places(in: text).reversed() {
      rest.replaceSubrange(VariableReferences.range(place), with: "\n")
    }
    return names.filter { name in
      ["{{\(name)}", "{\(name)}}"].contains { rest.contains($0) }
        || rest == "{{\(name)" || rest == "\(name)}}"
    }.max { $0.utf8.count < $1.utf8.count }
  }
}
