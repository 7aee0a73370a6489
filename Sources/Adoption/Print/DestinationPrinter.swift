import Compiler
import TagwrightPlan

/// Prints destinations as a person would write them: what several of them say in the same way has a name of its own.
struct DestinationPrinter {
  /// A property of the plan that several destinations refer to.
  struct Shared {
    /// Its name.
    let name: String
    /// The comment above it.
    let comment: String
    /// The match keys that it lists, or the source that it is.
    let content: Content
  }

  enum Content {
    case keys([SwiftExpression])
    case source(SwiftExpression)
  }

  private(set) var shared: [Shared] = []
  private var sourceNames: [Source: String] = [:]
  /// The names of shared match keys, by their text.
  private(set) var keyNames: [(texts: [String], name: String)] = []
  let printer = SourceTextPrinter()

  /// - Parameter destinations: all of the plan.
  init(_ destinations: [WrittenDestination], _ names: inout SwiftNames) {
    shareSources(destinations, &names)
    shareKeys(
      destinations, Self.visitorKinds, "visitor",
      "Who the visitor is, as several destinations get it.",
      &names)
    shareKeys(
      destinations, Self.addressKinds, "address",
      "Name and address, as several destinations get them.",
      &names)
  }

  private static let visitorKinds: Set<MatchKey.Kind> = [.email, .phone, .externalID]
  private static let addressKinds: Set<MatchKey.Kind> = [
    .firstName, .lastName, .zipCode, .city, .state, .country,
  ]

  /// The sources of value and currency that three events or more have in common.
  private mutating func shareSources(
    _ destinations: [WrittenDestination], _ names: inout SwiftNames
  ) {
    let events = destinations.flatMap { $0.declaration.events.map(\.event) }
    for (word, comment, sources) in [
      ("value", "What an event is worth.", events.compactMap(\.value)),
      ("currency", "The currency of that, ISO 4217.", events.compactMap(\.currency)),
    ] {
      var counts: [Source: Int] = [:]
      for source in sources { counts[source, default: 0] += 1 }
      guard let most = sources.max(by: { counts[$0, default: 0] < counts[$1, default: 0] }),
        counts[most, default: 0] >= 3
      else { continue }
      let name = names.exactly(word)
      shared.append(
        Shared(name: name, comment: comment, content: .source(printer.expression(most))))
      sourceNames[most] = name
    }
  }

  /// The match keys of some kinds that most destinations have alike, where two have.
  private mutating func shareKeys(
    _ destinations: [WrittenDestination], _ kinds: Set<MatchKey.Kind>, _ word: String,
    _ comment: String, _ names: inout SwiftNames
  ) {
    let lists = destinations.map { destination in
      destination.declaration.userData.filter { kinds.contains($0.kind) }
        .map { key(of: $0, destination) }
    }
    let texts = lists.map { $0.map { $0.text(indent: 0) } }
    var counts: [[String]: Int] = [:]
    for list in texts where list.count > 1 { counts[list, default: 0] += 1 }
    guard let most = texts.max(by: { counts[$0, default: 0] < counts[$1, default: 0] }),
      counts[most, default: 0] > 1, let place = texts.firstIndex(of: most)
    else { return }
    let name = names.exactly(word)
    keyNames.append((most, name))
    shared.append(Shared(name: name, comment: comment, content: .keys(lists[place])))
  }

  // MARK: Destinations

  /// The declaration; its events are listed elsewhere where they are more than a block may have.
  ///
  /// - Parameter eventBlocks: the names of properties that list the events; empty for events in the declaration itself.
  func expression(_ destination: WrittenDestination, eventBlocks: [String]) -> SwiftExpression {
    let declaration = destination.declaration
    var arguments: [SwiftExpression.Argument] = []
    if let name = destination.ownName { arguments.append(.init(nil, .string(name))) }
    arguments += destination.account.map { .init($0.label, .string($0.value)) }
    arguments.append(.init("accessToken", secret(declaration.accessToken)))
    if let code = declaration.testEventCode {
      arguments.append(.init("testEventCode", secret(code)))
    }
    if declaration.onlyTests { arguments.append(.init("onlyTests", .word("true"))) }
    arguments += destination.options.beforeConsent.map(argument)
    arguments.append(.init("consent", Self.expression(declaration.consent)))
    arguments.append(.init("deduplication", expression(declaration.deduplication)))
    arguments += destination.options.last.map(argument)
    let events =
      eventBlocks.isEmpty
      ? declaration.events.map { mapping(of: $0, destination) } : eventBlocks.map { .word($0) }
    var result = SwiftExpression.closures(
      .call(destination.type, arguments),
      [
        .init(nil, keys(declaration.userData, destination)),
        .init("events", events),
      ])
    for (name, value) in modifiers(declaration) { result = .method(result, name, [value]) }
    return result
  }

  private func argument(_ option: (label: String, value: WrittenOptions.Value))
    -> SwiftExpression.Argument
  {
    switch option.value {
    case .source(let source): .init(option.label, expression(source))
    case .secret(let secret): .init(option.label, self.secret(secret))
    case .code(let code): .init(option.label, .word(code))
    }
  }

  private func modifiers(
    _ declaration: DestinationDeclaration
  ) -> [(String, SwiftExpression.Argument)] {
    func word(_ text: String) -> SwiftExpression.Argument { .init(nil, .word(text)) }
    var modifiers: [(String, SwiftExpression.Argument)] = []
    switch declaration.limitedDataUse {
    case .off: break
    case .on: modifiers.append(("limitedDataUse", word(".on")))
    case .from(let source):
      modifiers.append(
        ("limitedDataUse", .init(nil, .call(".from", [.init(nil, expression(source))]))))
    }
    let (page, usual) = (declaration.page, Page())
    let changed = [("url", page.url, usual.url), ("referrer", page.referrer, usual.referrer)]
      .filter { $0.1 != $0.2 }
    if !changed.isEmpty {
      modifiers.append(
        ("page", .init(nil, .call("Page", changed.map { .init($0.0, expression($0.1)) }))))
    }
    if declaration.missingValue == .leaveOut {
      modifiers.append(("missingValue", word(".leaveOut")))
    }
    if declaration.outcome == .optimistic { modifiers.append(("outcome", word(".optimistic"))) }
    if declaration.logging != .preview {
      modifiers.append(("logging", word(".\(declaration.logging)")))
    }
    switch declaration.layout {
    case .tagPerEvent: break
    case .lookupTable: modifiers.append(("layout", word(".lookupTable")))
    default: modifiers.append(("layout", word(".tagPerEvent(template: .shared)")))
    }
    if declaration.sourceStyle == .inline { modifiers.append(("sources", word(".inline"))) }
    return modifiers
  }

  private func secret(_ secret: Secret) -> SwiftExpression {
    .call(".secret", [.init(nil, .string(secret.name))])
  }

  static func expression(_ consent: Consent) -> SwiftExpression {
    switch consent.kind {
    case .waived(let reason): return .call(".waived", [.init("because", .string(reason))])
    case .required(let types, let whenMissing):
      return .call(
        ".required",
        types.map { .init(nil, .word(".\($0)")) }
          + (whenMissing == .granted ? [.init("whenMissing", .word(".granted"))] : []))
    }
  }

  private func expression(_ deduplication: Deduplication) -> SwiftExpression {
    switch deduplication.kind {
    case .none(let reason): return .call(".notNeeded", [.init("because", .string(reason))])
    case .sharedEventID(let source, let purchase):
      return .call(
        ".sharedEventID",
        [.init(nil, expression(source))]
          + (purchase.map { [.init("purchase", expression($0))] } ?? []))
    }
  }

  func expression(_ source: Source) -> SwiftExpression {
    sourceNames[source].map { .word($0) } ?? printer.expression(source)
  }
}
