import Diagnostics
import TagManager
import TagwrightPlan

extension Rule {
  /// Server containers have types of their own.
  static let unknownType = Rule(
    error: "unknown-type",
    "a type that server containers do not have",
    documentation: """
      Tags, variables and triggers in Tag Manager's own terms have the type that container exports show. Many types belong
      to web containers; an import of them into a server container fails. What is made from a template is declared from its
      file, by 'TemplateTag', 'TemplateVariable' or 'TemplateClient'.
      """,
    wrong: .container(
      """
      RawTag("GA4", type: "gaawe", firing: [.allEvents()])
      """),
    right: .container(
      """
      RawTag("GA4", type: "sgtmgaaw", firing: [.allEvents()])
      """),
    check: .container { container in
      container.rawTypes.compactMap(finding) + container.rawTriggers.compactMap(finding)
    })
}

private func finding(_ entity: ResolvedContainer.RawType) -> Finding? {
  let kind = entity.kind.rawValue
  if entity.type.isEmpty {
    return Finding("\(kind) '\(entity.name)' has no type", at: entity.place, mend: "name one")
  }
  if entity.type.hasPrefix("cvt_") {
    return Finding(
      "\(kind) '\(entity.name)' is made from a template that is not here", at: entity.place,
      mend: "an import needs the template too: declare it from its .tpl file")
  }
  guard let server = webTypes[entity.kind]?[entity.type] else { return nil }
  return Finding(
    "server containers have no \(kind) of type '\(entity.type)'", at: entity.place,
    mend: server.map { "it belongs to web containers; here it is '\($0)'" }
      ?? "it belongs to web containers")
}

/// Types of web containers, and what a server container has in their place.
private let webTypes: [ResolvedContainer.RawType.Kind: [String: String?]] = [
  .tag: [
    "googtag": "sgtmgaaw", "gaawe": "sgtmgaaw", "gaawc": "sgtmgaaw", "awct": "sgtmadsct",
    "gclidw": "sgtmadscl", "sp": "sgtmadsremarket", "fls": "sgtmfls", "flc": "sgtmflc",
    "html": nil, "img": nil, "ua": nil, "awud": nil,
  ],
  .variable: [
    "v": "ed", "k": "sgtmk", "u": nil, "jsm": nil, "j": nil, "d": nil, "e": nil, "f": nil,
    "aev": nil, "gtes": nil, "gtcs": nil, "awec": nil, "vis": nil,
  ],
]

private func finding(_ trigger: RawTrigger) -> Finding? {
  let known: [TriggerType] = [
    .customEvent, .always, .triggerGroup, .serverPageview, .initialization, .consentInitialization,
  ]
  guard !known.contains(TriggerType(rawValue: trigger.type)) else { return nil }
  return Finding(
    "server containers have no trigger of type '\(trigger.type)'", at: trigger.place,
    notes: [Spelling.hint(for: trigger.type, among: known.map(\.rawValue))])
}
