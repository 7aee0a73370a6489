import Diagnostics
import TagManager
import TagwrightPlan

/// One event of a destination, as it may have been declared.
struct ReadEvent {
  let mapping: ReadMapping
  let lines: EventLines
  private(set) var keys: [MatchKey] = []
  private(set) var payload: EventPayload
  /// The sources of its id; empty where it has none.
  private(set) var eventID: [Source] = []
  private(set) var page = (url: [Source](), referrer: [Source]())
  let consent: Consent
  /// Whether its match keys are those of the destination: a variable for all events has them; `nil` where its code reads them.
  private(set) var hasSharedKeys: Bool?
  /// The name of its tag.
  private(set) var tagName: String?
  /// The author's own notes in its tag.
  let notes: String?
  /// Whether a value that is missing is made from its contents; `nil` for an event without contents.
  private(set) var isFilled: Bool?

  init(_ mapping: ReadMapping, _ call: EventCall?) throws(ReadingFailure) {
    self.mapping = mapping
    let profile = mapping.tag.profile
    lines = EventLines(mapping.tag.parsed, of: mapping.mark)
    let paragraphs = ReadNotes(mapping.tag.tag.notes ?? "", of: mapping)
    notes = paragraphs.own
    let place = Self.noPlace
    consent = Consent(
      kind: lines.consent.isEmpty
        ? .waived(reason: paragraphs.waiver ?? "the container asks for none")
        : .required(lines.consent, whenMissing: lines.whenMissing), place: place)
    tagName = mapping.tagName
    if let name = lines.variables.first(where: { $0.hasSuffix(MemberVariable.ofPerson) }) {
      let own = String(name.dropLast(MemberVariable.ofPerson.count))
      hasSharedKeys = own == mapping.tag.name
      if hasSharedKeys == false { tagName = own }
    }
    payload = EventPayload(mapping.sentName, .standard, "", 0)
    var commerce: [EventLine.Put] = []
    let kinds = profile.person.forms.keys.reduce(into: [MemberPlace: MatchKey.Kind]()) {
      if let place = profile.place(of: $1) { $0[place] = $1 }
    }
    for put in lines.puts {
      if put.place == profile.eventID {
        eventID = put.sources ?? eventID
      } else if put.place == profile.page.url {
        page.url = put.sources ?? []
      } else if put.place == profile.page.referrer {
        page.referrer = put.sources ?? []
      } else if let kind = kinds[put.place] {
        try add(put, of: kind)
      } else if put.place.object == profile.commerce.object {
        commerce.append(put)
      }
    }
    for (index, key) in keys.enumerated() {
      if let place = profile.place(of: key.kind), let seconds = lines.cookies[place] {
        keys[index] = key.kept(.days(seconds / 86_400))
      }
    }
    payload = try Self.payload(commerce, of: mapping, lines, call)
    if payload.contents != nil {
      let value = MemberPlace(profile.commerce.object, profile.commerce.value)
      isFilled = commerce.contains { $0.place == value && $0.sources == nil }
    }
  }

  static let noPlace = SourcePlace(file: "", line: 0)

  private mutating func add(
    _ put: EventLine.Put, of kind: MatchKey.Kind
  ) throws(ReadingFailure) {
    guard let sources = put.sources, let form = mapping.tag.profile.person.forms[kind] else {
      throw ReadingFailure("'\(put.place.shownName)' is made of something that no source reads")
    }
    guard form.takesDigests, put.conversion == form.digest.code else {
      let country = put.conversion.range(of: "phone(").flatMap {
        CodeText.parts(
          of: CodeText.inside("phone(", of: put.conversion[$0.lowerBound...])?.inside ?? ""
        )
        .dropFirst().first.flatMap { CodeText.literal($0) }
      }
      keys.append(
        MatchKey(
          kind, sources, defaultCountryCode: country.flatMap { $0.isEmpty ? nil : $0 }, "", 0))
      return
    }
    let hashed = sources.map { HashedSource(source: $0) }
    if let last = keys.lastIndex(where: { $0.kind == kind }) {
      keys[last] = keys[last].with(digests: hashed)
    } else {
      keys.append(MatchKey(kind, [], hashed: hashed, "", 0))
    }
  }
}

extension MatchKey {
  fileprivate func with(digests: [HashedSource]) -> MatchKey {
    MatchKey(
      kind, sources, hashed: hashed + digests, defaultCountryCode: defaultCountryCode,
      cookie: cookie, "", 0)
  }

  fileprivate func kept(_ cookie: CookieLifetime) -> MatchKey {
    MatchKey(
      kind, sources, hashed: hashed, defaultCountryCode: defaultCountryCode, cookie: cookie, "", 0)
  }
}

/// The parts of a tag's notes: what the tag does, what its author wrote, which plan made it.
struct ReadNotes {
  let own: String?
  /// The reason why no consent is asked for.
  let waiver: String?

  init(_ notes: String, of mapping: ReadMapping) {
    let start = "\(mapping.eventName) → \(mapping.sentName); consent waived: "
    let reason = notes.range(of: start).map { notes[$0.upperBound...] }
    waiver = reason.flatMap { reason in
      let ends = ["; id from ", "; no id"].compactMap { reason.range(of: $0)?.lowerBound }
      return ends.min().map { String(reason[..<$0]) }
    }
    let paragraphs = notes.split(separator: "\n\n", omittingEmptySubsequences: false)
    let middle = paragraphs.dropFirst().dropLast().joined(separator: "\n\n")
    own = paragraphs.count > 2 && mapping.tag.layout != .lookupTable ? middle : nil
  }
}
