import Compiler
import Diagnostics
import TagManager
import TagwrightPlan

/// A declaration that some of a container's entities may have been made from.
struct Candidate {
  let kind: ContainerElement.Kind
  /// The same in a container whose notes stay as they are.
  let adoptedKind: ContainerElement.Kind
  /// The declared folder that it stands in.
  let folderID: String?
  /// Its name in sentences.
  let label: String
  /// The tags that it is for.
  let tags: [String]
  var secrets: [AdoptedSecret] = []
  /// The parts of it that no server container has.
  var remark: String?

  var isDestination: Bool {
    if case .destination = kind { true } else { false }
  }

  /// The sentence for one that is not declared.
  func words(staying reason: String) -> String {
    "\(label) stays in Tag Manager's terms: \(reason)"
  }

  /// - Parameter hasBrowser: whether the web container was read, too.
  init(_ read: ReadDestination, hasBrowser: Bool) {
    kind = .destination(read.destination)
    adoptedKind = kind
    folderID = read.folderID
    label = read.destination.name
    tags = read.tags
    secrets = read.secrets.map {
      AdoptedSecret(name: $0.name, value: $0.value, isTestCode: $0.isTestCode)
    }
    let unknown = read.unknownAccount.map { "\($0.label): \"\($0.example)\"" }
    if !unknown.isEmpty {
      let values = "\(label)'s \(unknown.joined(separator: ", "))"
      remark =
        hasBrowser
        ? "neither container has \(values): put your own there"
        : "no server container has \(values): put your own there, or give the web container's export, too"
    }
  }

  /// A GA4 tag that a plan has made, with the trigger that such tags share.
  init?(_ tag: Tag, in version: ContainerVersion, planName: String) {
    let firing = version.triggers.filter { tag.firingTriggerIDs.contains($0.id) }.map(\.name)
    let blocking = version.triggers.filter { tag.blockingTriggerIDs.contains($0.id) }.map(\.name)
    guard tag.type == "sgtmgaaw",
      let measurementID = tag.parameters["measurementId"]?.value,
      firing == [Compilation.ga4TriggerName] || !blocking.isEmpty,
      let notes = Compilation.ownNotes(
        in: tag.notes, ofPlan: planName, behind: Compilation.ga4TagPurpose)
    else { return nil }
    func declared(_ notes: String?) -> ContainerElement.Kind {
      .ga4Tag(
        GA4Tag(
          tag.name, measurementID: measurementID,
          firing: firing == [Compilation.ga4TriggerName] ? [] : firing.map { .named($0) },
          excluding: (tag.parameters["epToExclude"]?.list ?? []).compactMap {
            $0.map["fieldName"]?.value
          },
          redactsVisitorIP: tag.parameters["redactVisitorIp"]?.value == "true",
          consent: blocking.first.flatMap { Compilation.consent(ofException: $0) }, notes: notes))
    }
    kind = declared(notes.isEmpty ? nil : notes)
    adoptedKind = declared(tag.notes)
    folderID = tag.parentFolderID
    label = tag.name
    tags = [tag.name]
  }

  /// All that a container may have been made from, and the remarks on what was not read.
  static func all(in version: ContainerVersion, _ browser: BrowserHalfReading?) -> (
    candidates: [Candidate], planName: String?, remarks: [String]
  ) {
    let reading = DestinationReading(version, browser: browser)
    var candidates = reading.destinations.map {
      Candidate($0, hasBrowser: browser != nil)
    }
    if let planName = reading.planName {
      candidates += version.tags.compactMap { Candidate($0, in: version, planName: planName) }
    }
    let places = version.tags.enumerated().reduce(into: [String: Int]()) {
      $0[$1.element.name] = $1.offset
    }
    candidates.sort { (places[$0.tags[0]] ?? 0) < (places[$1.tags[0]] ?? 0) }
    return (
      candidates, reading.planName,
      reading.others.map { "\(Self.words(for: $0.tags)) \($0.reason)" }
    )
  }

  private static func words(for tags: [String]) -> String {
    let names = tags.map { "'\($0)'" }.joined(separator: ", ")
    return tags.count == 1 ? "tag \(names):" : "tags \(names):"
  }
}
