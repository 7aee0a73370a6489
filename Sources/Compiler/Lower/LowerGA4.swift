import TagManager
import TagwrightPlan

extension DraftBuilder {
  /// A GA4 client with the settings that Tag Manager gives a new one.
  mutating func lower(_ client: GA4Client, folder: String?) {
    let draft = ClientDraft(
      name: client.name, type: .own("gaaw_client"),
      parameters: [
        .template("cookieDomain", client.cookieDomain),
        .template("cookieMaxAgeInSec", "63072000"),
        .boolean("activateDefaultPaths", true),
        .template("cookiePath", "/"),
        .boolean("migrateFromJsClientId", false),
        .template("cookieManagement", "server"),
        .template("cookieName", "FPID"),
      ],
      priority: client.priority, folder: folder)
    add(draft, at: client.place)
  }

  /// A GA4 tag; without triggers of its own it fires for every event of the container's GA4 clients.
  mutating func lower(_ tag: GA4Tag, folder: String?, in container: ResolvedContainer) {
    var firing: [TriggerName] = []
    for reference in tag.triggers {
      switch reference.kind {
      case .trigger(let trigger): firing.append(.named(trigger.name))
      case .named(let name): firing.append(.named(name))
      case .allEvents: firing.append(.allEvents)
      }
    }
    if firing.isEmpty { firing = [ga4Events(of: container, folder: folder)] }
    var parameters: [Parameter] = [
      .boolean("redactVisitorIp", tag.redactsVisitorIP),
      .template("epToIncludeDropdown", "all"),
      .template("upToIncludeDropdown", "all"),
      .template("measurementId", tag.measurementID),
    ]
    if !tag.excludedParameters.isEmpty {
      let rows = tag.excludedParameters.map { Parameter.map([.template("fieldName", $0)]) }
      parameters.append(.list("epToExclude", rows))
    }
    let draft = TagDraft(
      name: tag.name, type: .own("sgtmgaaw"), parameters: parameters, firing: firing,
      folder: folder, notes: notes(tag.notes))
    add(draft, at: tag.place)
  }

  private mutating func ga4Events(
    of container: ResolvedContainer, folder: String?
  ) -> TriggerName {
    let clients = container.elements.compactMap { element in
      if case .ga4Client(let client) = element.kind { client.name } else { nil }
    }
    guard let first = clients.first else { return .allEvents }
    enable(.clientName)
    let condition =
      clients.count == 1
      ? TagManager.Condition("{{Client Name}}", .equals, first)
      : .init(
        "{{Client Name}}", .matchesRegularExpression,
        "^(\(clients.map(RegularExpression.quoted).joined(separator: "|")))$")
    let trigger = TriggerDraft(
      name: "GA4 events", type: "ALWAYS", filter: [condition], folder: folder)
    add(trigger, at: nil)
    return .named(trigger.name)
  }
}
