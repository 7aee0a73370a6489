import TagwrightPlan

/// A member of a request for people, and where it comes from.
struct ShownValue: Hashable, Sendable {
  let name: String
  let sources: [Source]
  /// Sources whose value is a SHA-256 digest already.
  var digests: [Source] = []
}

// A destination for people: its settings, the values of its events and the keys by which it finds a person.

extension ResolvedDestination {
  /// Settings, their values in Markdown.
  var facts: [(name: String, markdown: String)] {
    var facts = zip(profile.account, declaration.account).map {
      ($0.shownName, MarkdownText.code($1))
    }
    facts.append(("Access token", "the secret \(MarkdownText.code(declaration.accessToken.name))"))
    if let code = declaration.testEventCode.map({ MarkdownText.code($0.name) }) {
      let advice = "the secret \(code): take it out of the plan before you publish"
      facts.append(("Test event code", advice))
    }
    if declaration.onlyTests {
      facts.append(("Events", "only tried out: take that out of the plan before you publish"))
    }
    return facts + [
      ("Consent", declaration.consent.markdown),
      ("Deduplication", declaration.deduplication.markdown),
      ("Layout", declaration.layout.shownText),
      (
        "Values",
        declaration.sourceStyle == .visible
          ? "fields of the tag that refer to variables, as preview shows them\(readyVariables)"
          : "read inside the template"
      ),
    ]
  }

  /// The variables that have members in the destination's form, in words.
  private var readyVariables: String {
    var names: [String] = []
    for variable in events.flatMap({ $0.variables(of: name) }) where !names.contains(variable.name)
    {
      names.append(variable.name)
    }
    guard !names.isEmpty else { return "" }
    return "; in \(profile.name)'s form: " + names.map(MarkdownText.code).joined(separator: ", ")
  }

  /// The values that every event carries.
  var sharedValues: [ShownValue] {
    (events.first?.members ?? []).filter {
      $0.key == nil && $0.isShared && $0.place != profile.eventID
        && !($0.isFixed && $0.sources.isEmpty)
    }.map { ShownValue(name: $0.place.shownName, sources: $0.sources) }
  }

  /// The match keys that the plan gives it.
  var givenKeys: Set<MatchKey.Kind> { Set(events.flatMap(\.matchKeys).map(\.kind)) }
}

extension ResolvedEvent {
  /// The values that are the event's own, in the order in which people read them.
  var shownValues: [ShownValue] {
    let steps: [Member.Step] = [.event, .value, .currency, .contents, .contentType, .properties]
    return steps.flatMap { step in
      members.filter { member in
        member.step == step && !member.sources.isEmpty && !member.isRepeated
          && (step != .event || member.rank == 0)
      }.map { ShownValue(name: $0.place.name, sources: $0.sources) }
    }
  }

  /// The values by which the person is found.
  var shownKeys: [ShownValue] {
    MatchKey.Kind.allCases.compactMap { kind in
      let members = members.filter { $0.key == kind }
      guard let first = members.first else { return nil }
      return ShownValue(
        name: first.place.name, sources: members.filter { !$0.isDigest }.flatMap(\.sources),
        digests: members.filter(\.isDigest).flatMap(\.sources))
    }
  }
}

extension Deduplication {
  fileprivate var markdown: String {
    switch kind {
    case .sharedEventID(let source, let purchase):
      "pixel and server send one event id, from \(source.markdown)"
        + (purchase.map { "; for a purchase else from \($0.markdown)" } ?? "")
    case .none(let reason): "not needed: \(MarkdownText.escaped(reason))"
    }
  }
}

extension Layout {
  fileprivate var shownText: String {
    switch kind {
    case .tagPerEvent: "a tag per event"
    case .sharedTemplate: "a tag per event, one template for all of them"
    case .lookupTable: "one tag with a lookup table"
    }
  }
}
