import Diagnostics
import JSONText

extension TemplateRule {
  static let containerContext = TemplateRule(
    id: "container-context",
    severity: .error,
    summary: "'containerContexts' names the kind of container that the code is for",
    documentation: """
      'containerContexts' in '___INFO___' is a list of one word, 'WEB' or 'SERVER', and the section of the code says the same: \
      '___SANDBOXED_JS_FOR_WEB_TEMPLATE___' or '___SANDBOXED_JS_FOR_SERVER___'. Every published template has it so; Tag Manager \
      has no other container for custom templates and refuses one of the other kind.
      """,
    wrong: Example(
      .info, #"{"type": "MACRO", "displayName": "Example", "containerContexts": ["SERVERSIDE"]}"#),
    right: Example(
      .info, #"{"type": "MACRO", "displayName": "Example", "containerContexts": ["SERVER"]}"#)
  ) { template in
    let template = template.document
    guard let contexts = template.template.info.attributes["containerContexts"] else { return [] }
    let own = template.template.side.rawValue
    if let words = contexts.array?.compactMap(\.string), words == [own] { return [] }
    return [
      TemplateBreach(
        "'containerContexts' is \(contexts.text(.template).prefix(60)), and the code is for '\(own)' containers",
        at: template.line(of: "containerContexts", nil, in: .info),
        notes: [
          "write '\"containerContexts\": [\"\(own)\"]', or put the code into the other section"
        ])
    ]
  }
}
