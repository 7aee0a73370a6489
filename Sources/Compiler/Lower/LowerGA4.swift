import Diagnostics
import TagManager
package import TagwrightPlan

extension Compilation {
  /// The purpose of a GA4 tag, for its notes.
  package static let ga4TagPurpose =
    "Sends the events that the GA4 client made to Google Analytics."
  /// The trigger of GA4 tags that name none.
  package static let ga4TriggerName = "GA4 events"

  /// The consent that the exception of this name keeps GA4 tags from going without.
  package static func consent(ofException name: String) -> Consent? {
    ConsentTemplate.consent(ofException: name)
  }
}

extension ConsentTemplate {
  /// The name of the trigger that is an exception without the consent.
  var exceptionName: String { "No \(name.prefix(1).lowercased() + name.dropFirst())" }

  fileprivate static func consent(ofException name: String) -> Consent? {
    guard name.hasPrefix("No c") else { return nil }
    return consent(named: "C" + name.dropFirst("No c".count))
  }
}

extension DraftBuilder {
  /// A GA4 client with the settings that Tag Manager gives a new one.
  mutating func lower(_ client: GA4Client, folder: String?) {
    refer(to: client.cookieDomain, at: client.place)
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
    var firing = triggerNames(tag.triggers)
    if firing.isEmpty { firing = [ga4Events(of: container, for: tag)] }
    refer(to: tag.measurementID, at: tag.place)
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
      blocking: tag.consent.flatMap { noConsent($0, at: tag.place) }.map { [$0] } ?? [],
      folder: folder,
      notes: declaredNotes(tag.notes, on: Compilation.ga4TagPurpose))
    add(draft, at: tag.place)
  }

  /// The exception that keeps tags from events without a consent; `nil` where none is asked for.
  private mutating func noConsent(_ consent: Consent, at place: SourcePlace) -> TriggerName? {
    guard let template = ConsentTemplate(consent) else { return nil }
    share(template, at: place)
    let trigger = TriggerDraft(
      name: template.exceptionName,
      type: TriggerType.always.rawValue,
      filter: [TagManager.Condition("{{\(template.name)}}", .equals, "true", isNegated: true)],
      folder: nil)
    share(trigger, at: place)
    return .named(trigger.name)
  }

  /// The trigger that GA4 tags share; it stands in no folder, since they may stand in several.
  private mutating func ga4Events(of container: ResolvedContainer, for tag: GA4Tag) -> TriggerName {
    let clients = container.ga4ClientNames
    guard let first = clients.first else { return .allEvents }
    enable(.clientName)
    let condition =
      clients.count == 1
      ? TagManager.Condition("{{Client Name}}", .equals, first)
      : .init("{{Client Name}}", .matchesRegularExpression, Pattern.anyOf(clients))
    let trigger = TriggerDraft(
      name: Compilation.ga4TriggerName, type: TriggerType.always.rawValue, filter: [condition],
      folder: nil)
    share(trigger, at: tag.place)
    return .named(trigger.name)
  }
}

extension ResolvedContainer {
  /// The clients that make GA4 events, in the order in which they are declared.
  fileprivate var ga4ClientNames: [String] {
    elements.compactMap { element in
      switch element.kind {
      case .ga4Client(let client): client.name
      case .rawClient(let client) where client.type.word == "gaaw_client": client.name
      default: nil
      }
    }
  }
}
