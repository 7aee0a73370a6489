import TagManager
import TagwrightPlan

// Tags and clients.
extension ContainerAdoption {
  func tag(_ tag: Tag) -> Filed {
    if let ga4 = ga4Tag(tag) { return Filed(.ga4Tag(ga4), in: tag.parentFolderID) }
    return Filed(.rawTag(rawTag(tag)), in: tag.parentFolderID)
  }

  private func rawTag(_ tag: Tag) -> RawTag {
    let parameters = self.parameters(tag.parameters)
    let firing = tag.firingTriggerIDs.map(trigger)
    let blocking = tag.blockingTriggerIDs.map(trigger)
    let priority = tag.priority.flatMap(\.plainInteger)
    let isPaused = tag.paused ?? false
    var raw =
      if let template = template(tag.type) {
        RawTag(
          tag.name, template: template, parameters: parameters, firing: firing,
          blocking: blocking, priority: priority, isPaused: isPaused, notes: tag.notes)
      } else {
        RawTag(
          tag.name, type: tag.type, parameters: parameters, firing: firing, blocking: blocking,
          priority: priority, isPaused: isPaused, notes: tag.notes)
      }
    if let option = tag.firingOption, option != .oncePerEvent {
      raw = raw.limited(to: FiringLimit(option))
    }
    if let consent = tag.consentSettings { raw = raw.consent(TagConsent(consent)) }
    for neighbour in tag.setupTags {
      raw = raw.setUp(
        by: neighbour.tagName ?? "", stopsOnFailure: neighbour.stopOnSetupFailure)
    }
    for neighbour in tag.teardownTags {
      raw = raw.tearDown(
        by: neighbour.tagName ?? "", stopsOnFailure: neighbour.stopTeardownOnFailure)
    }
    let start = tag.scheduleStartMilliseconds.flatMap { Int($0) }
    let end = tag.scheduleEndMilliseconds.flatMap { Int($0) }
    if start != nil || end != nil { raw = raw.scheduled(from: start, until: end) }
    if tag.liveOnly == true { raw = raw.liveOnly() }
    if let other = tag.priority, priority == nil { raw = raw.setting(member("priority", other)) }
    if let metadata = tag.monitoringMetadata, !metadata.isEmptyMap {
      raw = raw.setting(member("monitoringMetadata", metadata))
    }
    if let key = tag.monitoringMetadataTagNameKey { raw = raw.monitored(nameKey: key) }
    return raw
  }

  /// The word for a GA4 tag, where it says everything.
  private func ga4Tag(_ tag: Tag) -> GA4Tag? {
    guard side == .server, tag.type == "sgtmgaaw", !tag.firingTriggerIDs.isEmpty,
      let measurementID = tag.parameters["measurementId"]?.value
    else { return nil }
    let excluded = (tag.parameters["epToExclude"]?.list ?? []).compactMap {
      $0.map.count == 1 ? $0.map["fieldName"]?.value : nil
    }
    let redacts = tag.parameters["redactVisitorIp"]?.value == "true"
    var parameters: [Parameter] = [
      .boolean("redactVisitorIp", redacts), .template("epToIncludeDropdown", "all"),
      .template("upToIncludeDropdown", "all"), .template("measurementId", measurementID),
    ]
    if !excluded.isEmpty {
      parameters.append(
        .list("epToExclude", excluded.map { .map([.template("fieldName", $0)]) }))
    }
    var plain = Tag(
      id: tag.id, name: tag.name, type: tag.type, parameters: tag.parameters,
      firingTriggerIDs: tag.firingTriggerIDs, notes: tag.notes,
      parentFolderID: tag.parentFolderID)
    plain.takeUp(tag)
    guard plain == tag, parameters.saysTheSame(as: tag.parameters) else { return nil }
    return GA4Tag(
      tag.name, measurementID: measurementID, firing: tag.firingTriggerIDs.map(trigger),
      excluding: excluded, redactsVisitorIP: redacts, notes: tag.notes)
  }

  func client(_ client: Client) -> Filed {
    Filed(clientKind(client), in: client.parentFolderID)
  }

  private func clientKind(_ client: Client) -> ContainerElement.Kind {
    if let ga4 = ga4Client(client) { return .ga4Client(ga4) }
    let parameters = self.parameters(client.parameters)
    let priority = client.priority ?? 0
    guard let template = template(client.type) else {
      return .rawClient(
        RawClient(
          client.name, type: client.type, parameters: parameters, priority: priority,
          notes: client.notes))
    }
    return .rawClient(
      RawClient(
        client.name, template: template, parameters: parameters, priority: priority,
        notes: client.notes))
  }

  /// The word for a GA4 client, where it says everything.
  private func ga4Client(_ client: Client) -> GA4Client? {
    guard client.type == "gaaw_client", client.notes == nil,
      let domain = client.parameters["cookieDomain"]?.value
    else { return nil }
    let standing: [Parameter] = [
      .template("cookieDomain", domain), .template("cookieMaxAgeInSec", "63072000"),
      .boolean("activateDefaultPaths", true), .template("cookiePath", "/"),
      .boolean("migrateFromJsClientId", false), .template("cookieManagement", "server"),
      .template("cookieName", "FPID"),
    ]
    guard standing.saysTheSame(as: client.parameters) else { return nil }
    return GA4Client(client.name, priority: client.priority ?? 0, cookieDomain: domain)
  }
}

extension Tag {
  /// Takes over what says nothing of what a tag does.
  fileprivate mutating func takeUp(_ other: Tag) {
    path = other.path
    accountID = other.accountID
    containerID = other.containerID
    workspaceID = other.workspaceID
    fingerprint = other.fingerprint
    tagManagerURL = other.tagManagerURL
    unmodelled.emptyLists = other.unmodelled.emptyLists
    if other.firingOption == nil { firingOption = nil }
    if other.monitoringMetadata == nil { monitoringMetadata = nil }
    if other.consentSettings == nil { consentSettings = nil }
    if other.paused == false { paused = false }
  }
}

extension [Parameter] {
  /// Whether both lists have the same parameters, in any order.
  func saysTheSame(as other: [Parameter]) -> Bool {
    count == other.count
      && allSatisfy { mine in other.filter { $0.key == mine.key } == [mine] }
  }
}

extension Parameter {
  /// The number, where it is one without a key.
  fileprivate var plainInteger: Int? {
    guard let value, let number = Int(value), self == .integer(nil, number) else { return nil }
    return number
  }

  fileprivate var isEmptyMap: Bool { self == .map([]) }
}

extension FiringLimit {
  fileprivate init(_ option: TagFiringOption) {
    switch option {
    case .unlimited: self = .unlimited
    case .oncePerLoad: self = .oncePerPage
    default: self = .other(option.rawValue)
    }
  }
}

extension TagConsent {
  fileprivate init(_ settings: ConsentSettings) {
    self.init(
      word: settings.status?.rawValue ?? ConsentStatus.notSet.rawValue,
      types: settings.types?.list.map { $0.value ?? "" } ?? [])
  }
}
