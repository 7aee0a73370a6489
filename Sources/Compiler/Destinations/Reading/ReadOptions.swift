import TagwrightPlan

/// The parts of a destination's tags that only this destination declares.
struct ReadOptions {
  private let puts: [EventLine.Put]
  private let fixed: [EventLine.Fixed]
  /// The secrets of the body, by the members that hold them.
  private let secrets: [String: Secret]

  init(_ lines: EventLines, secrets: [String: Secret]) {
    puts = lines.puts
    fixed = lines.fixed
    self.secrets = secrets
  }

  /// A member's value as code, where the plan fixes it.
  func fixedCode(_ name: String, in object: String = Envelope.event) -> String? {
    fixed.first { $0.place == MemberPlace(object, name) }?.value
  }

  /// The same where it is a text.
  func fixedText(_ name: String, in object: String = Envelope.event) -> String? {
    fixedCode(name, in: object).flatMap { CodeText.literal($0) }
  }

  /// The source of a member.
  func source(_ name: String, in object: String = Envelope.event) -> Source? {
    let place = MemberPlace(object, name)
    return puts.first { $0.place == place }?.sources.flatMap { Source.one(of: $0) }
  }

  /// Limited data use, by the member that asks for it.
  func limitedDataUse(_ name: String, in object: String = Envelope.event) -> LimitedDataUse {
    if let source = source(name, in: object) { return .from(source) }
    let place = MemberPlace(object, name)
    guard let option = fixed.first(where: { $0.place == place }) else { return .off }
    return Source.one(of: option.conditions).map { .from($0) } ?? .on
  }

  func secret(_ member: String) -> Secret? { secrets[member] }
}

extension Source {
  /// The first of these that has a value; `nil` for none.
  static func one(of sources: [Source]) -> Source? {
    sources.count > 1 ? .anyOf(sources) : sources.first
  }
}
