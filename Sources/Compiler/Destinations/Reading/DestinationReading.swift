import CustomTemplate
package import TagManager
package import TagwrightPlan

/// The destinations that a server container's tags may have been made for, read from the tags, their templates and their
/// variables.
///
/// It is a guess: a destination is what its tags come from only where compiling it gives these very tags.
package struct DestinationReading: Sendable {
  /// Those that were read, in the order of their tags.
  package private(set) var destinations: [ReadDestination] = []
  /// Tags that send to a known destination and were not read, and why.
  package private(set) var others: [(tags: [String], reason: String)] = []
  /// The plan whose mark the notes of most entities have.
  package let planName: String?

  /// Reads a container.
  ///
  /// - Parameter browser: the web container that sends to it, which has what no server container says.
  package init(_ version: ContainerVersion, browser: BrowserHalfReading? = nil) {
    let container = ReadContainer(version, tables: browser?.container.version.variables ?? [])
    planName = container.planName
    var names: [String] = []
    var groups: [String: [ReadTag]] = [:]
    var templates: [String: CustomTemplate] = [:]
    for tag in version.tags {
      guard let entity = container.template(tag.type) else { continue }
      let known = templates[entity.name]
      guard
        let template = known
          ?? (try? CustomTemplate.read(Array(entity.templateData.utf8), file: "")),
        let kind = ReadTag.kind(of: template)
      else { continue }
      templates[entity.name] = template
      do throws(ReadingFailure) {
        let read = try ReadTag(tag, of: kind, template, in: container)
        let key = "\(kind) \(read.name)"
        if groups[key] == nil { names.append(key) }
        groups[key, default: []].append(read)
      } catch {
        others.append(([tag.name], "it sends to \(kind.profile.name), and \(error.reason)"))
      }
    }
    for name in names {
      let tags = groups[name] ?? []
      do throws(ReadingFailure) {
        var destination = try ReadDestination(tags, in: container)
        if let browser { destination.complete(by: browser) }
        destinations.append(destination)
      } catch {
        others.append((tags.map(\.tag.name), error.reason))
      }
    }
  }
}

/// A destination as it may have been declared.
package struct ReadDestination: Sendable {
  /// The declaration.
  package internal(set) var destination: any DeclaredDestination
  /// The names of its tags.
  package let tags: [String]
  /// The declared folder that it stands in; `nil` for one of its own.
  package let folderID: String?
  /// The secrets that its tags use, and the values of those that the container has.
  package let secrets: [(name: String, value: String?, isTestCode: Bool)]
  /// The values of its account that no server container has, by their labels; an example stands in their place.
  package internal(set) var unknownAccount: [(label: String, example: String)]

  init(_ tags: [ReadTag], in container: ReadContainer) throws(ReadingFailure) {
    let mappings = try ReadMapping.all(of: tags, in: container)
    guard let first = tags.first else { throw ReadingFailure("it has no tags") }
    let profile = first.profile
    self.tags = tags.map(\.tag.name)
    var events: [ReadEvent] = []
    for mapping in mappings {
      events.append(try ReadEvent(mapping, Self.call(of: mapping, first.kind.calls)))
    }
    let folder = container.folder(first.tag.parentFolderID)
    guard let folder else { throw ReadingFailure("its tags lie in no folder") }
    let isOwn =
      folder.name == first.name && folder.notes == container.folderNotes(of: first.name)
    folderID = isOwn ? nil : folder.id

    var account: [String] = []
    var unknown: [(String, String)] = []
    for field in profile.account {
      guard field.isSent else {
        unknown.append((field.planLabel, field.planExample))
        account.append(field.planExample)
        continue
      }
      guard let value = container.constant(first.text(field.field) ?? "") else {
        throw ReadingFailure(
          "'\(field.field)' does not come from a constant '\(first.name) \(field.variable)'")
      }
      account.append(value)
    }
    unknownAccount = unknown
    let (secrets, found) = Self.secrets(of: first, in: container)
    self.secrets = found
    guard let token = secrets["access_token"] else {
      throw ReadingFailure("it has no access token")
    }
    var testEventCode: Secret?
    if case .code(let member, _)? = profile.testing?.mark { testEventCode = secrets[member] }

    let parts = ReadParts(
      events: events, roles: events.map { profile.vocabulary.role(of: $0.payload.name) })
    let userData = parts.userData
    let ons = events.enumerated().map { index, event in
      parts.mapping(index, event, userData: userData, destination: first.name)
    }
    var declaration = DestinationDeclaration(
      first.name, account: account, accessToken: token, testEventCode: testEventCode,
      consent: parts.consent, deduplication: parts.deduplication, userData: userData, events: ons,
      at: ReadEvent.noPlace)
    declaration.layout = first.layout
    declaration.page = parts.page
    if events.contains(where: { $0.isFilled == false }) { declaration.missingValue = .leaveOut }
    declaration.read(first)
    let lines = events.first?.lines ?? EventLines([], of: nil)
    destination = first.kind.init(
      reading: declaration, ReadOptions(lines, secrets: secrets))
  }

  /// The function that makes the event: where requests have the id of a rule, the one that the tag's name or the site's
  /// name for the event speaks of.
  private static func call(of mapping: ReadMapping, _ calls: EventCalls) -> EventCall? {
    let named = calls.events.first { $0.name == mapping.sentName }
    guard calls.events.contains(where: { $0.shape == .ruled }) else { return named }
    let vocabulary = mapping.tag.profile.vocabulary
    func isNamed(_ call: EventCall) -> Bool {
      mapping.tagName == "\(mapping.tag.name) \(call.name) (\(mapping.eventName))"
    }
    return calls.events.first(where: isNamed)
      ?? calls.events.first { vocabulary.role(of: $0.name)?.rawValue == mapping.eventName }
      ?? calls.events.first { $0.name == "OTHER" }
  }

  /// The secrets by the fields that hold them, and those that were found.
  private static func secrets(
    of tag: ReadTag, in container: ReadContainer
  ) -> ([String: Secret], [(name: String, value: String?, isTestCode: Bool)]) {
    var secrets: [String: Secret] = [:]
    var found: [(name: String, value: String?, isTestCode: Bool)] = []
    for parameter in tag.tag.parameters {
      guard let field = parameter.key, let text = parameter.value,
        let secret = container.secret(text), let value = container.constant(text)
      else { continue }
      secrets[field] = secret
      let isFilled = !value.hasPrefix(Secret.placeholderPrefix)
      found.append(
        (secret.name, isFilled ? value : nil, TokenPattern.first(in: value)?.isTestCode ?? false))
    }
    return (secrets, found)
  }
}

extension ReadParts {
  /// A line of the event map.
  fileprivate func mapping(
    _ index: Int, _ event: ReadEvent, userData: [MatchKey], destination: String
  ) -> On<EventPayload> {
    let usual = "\(destination) \(event.payload.name) (\(event.mapping.eventName))"
    let isUsual = event.tagName == nil || event.tagName == usual
    return On(
      event.mapping.eventName, where: event.mapping.conditions, send: event.payload,
      name: isUsual ? nil : event.tagName, eventID: ownID(of: index),
      consent: event.consent.shownText == consent.shownText ? nil : event.consent,
      userData: ownKeys(of: event, but: userData), notes: event.notes, at: ReadEvent.noPlace)
  }
}

extension DestinationDeclaration {
  /// Takes over the options that the code of all of its tags has.
  fileprivate mutating func read(_ tag: ReadTag) {
    let code = tag.lines
    if code.contains("send(body, token, () => {}, () => {});") { outcome = .optimistic }
    if !code.contains(where: { $0.hasPrefix("if (unusable.length)") }) {
      logging = .never
    } else if tag.template.permissions.contains(.logging(.all)) {
      logging = .always
    }
    let isInline = tag.parsed.contains {
      if case .put(let put) = $0.content { put.isInline } else { false }
    }
    let looksItself = code.contains {
      $0.hasPrefix("const NAME = text(getEventData(") || $0.contains("(truth(get")
    }
    if isInline || looksItself { sourceStyle = .inline }
    if case .ending(let suffix)? = tag.profile.testing?.mark {
      var delivery = tag.profile.delivery
      delivery.address.append(.text(suffix))
      onlyTests = tag.template.code.contains(delivery.code(tag.profile))
    }
  }
}
