import TagwrightPlan

/// One line of a tag's own code, and the part of the request that it fills.
struct Statement: Hashable {
  let step: Member.Step
  /// Lines of one step run in the order of their ranks, also where several events share some of them.
  var rank = 0
  let code: String
}

/// The lines of one event: its consent gate, then its members.
struct EventCode {
  private(set) var statements: [Statement] = []

  init(_ event: ResolvedEvent, _ profile: DestinationProfile, fields: inout TagFields) {
    addConsent(event.consent)
    for member in event.members { add(member, &fields) }
    if event.eventID != nil {
      let name = profile.eventID.name
      statements.append(
        Statement(
          step: .notes,
          code: "if (!\(profile.eventID.code)) note('no \(name): cannot be deduplicated');"))
    }
  }

  private mutating func addConsent(_ consent: Consent) {
    guard case .required(let types, let whenMissing) = consent.kind else { return }
    let comparison = whenMissing == .granted ? "=== false" : "!== true"
    for type in types {
      let places = type.signalPlaces
      statements.append(
        Statement(
          step: .consent,
          code:
            "if (consent('\(type.rawValue)', \(places.gcs), \(places.gcd)) \(comparison)) return quit('no consent to \(type.rawValue)', data.gtmOnSuccess);"
        ))
    }
  }

  private mutating func add(_ member: Member, _ fields: inout TagFields) {
    statements.append(
      Statement(step: member.step, rank: member.rank, code: code(of: member, &fields)))
    if let cookie = member.cookie { add(cookie, of: member, &fields) }
  }

  private func code(of member: Member, _ fields: inout TagFields) -> String {
    if member.isFixed { return "\(member.place.code) = \(Self.literal(member));" }
    var candidates = member.sources.map { fields.read($0, of: member) }
    let conversion =
      member.conversion.looksAtAll
      ? "\(member.conversion.code)([\(candidates.joined(separator: ", "))])"
      : member.conversion.code
    var lists: [String] = []
    for fallback in member.fallbacks {
      switch fallback {
      case .code(let code, _): candidates.append(code)
      case .items(let source, let code):
        let items = fields.read(source, as: "items", label: "Items", in: .event)
        lists.append("items(\(items)).map((item) => \(code))")
      }
    }
    let more = lists.isEmpty ? "" : ".concat(\(lists.joined(separator: ", ")))"
    return
      "put(\(member.place.object), \(JavaScript.literal(member.place.name)), \(conversion), [\(candidates.joined(separator: ", "))]\(more));"
  }

  private static func literal(_ member: Member) -> String {
    guard case .constant(let text)? = member.sources.first?.kind else { return "undefined" }
    return member.conversion == .truth ? text : JavaScript.literal(text)
  }

  private mutating func add(
    _ cookie: Member.Cookie, of member: Member, _ fields: inout TagFields
  ) {
    let value = member.place.code
    var condition = value
    if let kept = cookie.source {
      condition += " && \(value) !== text(\(fields.read(kept, of: member)))"
    }
    statements.append(
      Statement(
        step: .cookies,
        code:
          "if (\(condition)) setCookie('\(cookie.name)', \(value), lasting(\(cookie.seconds)));"))
  }
}

extension TagFields {
  /// The code that reads a source of a member.
  fileprivate mutating func read(_ source: Source, of member: Member) -> String {
    read(source, as: member.field, label: member.label, in: member.group)
  }
}
