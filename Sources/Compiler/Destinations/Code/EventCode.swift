import TagwrightPlan

/// One line of a tag's own code, and the part of the request that it fills.
struct Statement: Hashable {
  let step: Member.Step
  /// Lines of one step run in the order of their ranks, also where several events share some of them.
  var rank = 0
  let code: String
  /// The last argument of the call that the code begins: one of the list that such lines make together.
  var candidate: String?
  /// The candidates before it: only behind the same ones is it the same line for several events.
  var earlier: ArraySlice<String> = []
}

/// The lines of one event: its consent gate, then its members.
///
/// Where sources are fields, variables say whether there is consent, who the person is and what the products are: once for
/// all tags.
struct EventCode {
  private(set) var statements: [Statement] = []

  /// The lines for some members, as a variable has them.
  init(_ members: [Member], _ profile: DestinationProfile, fields: inout TagFields) {
    for member in members { addLines(of: member, profile.commerce, &fields) }
  }

  init(
    _ event: ResolvedEvent, _ destination: ResolvedDestination, fields: inout TagFields
  ) {
    let profile = destination.profile
    addConsent(event, &fields)
    if !fields.isInline {
      for variable in event.variables(of: destination.name) { take(variable, of: event, &fields) }
    }
    for member in event.members {
      if fields.isInline || member.variableGroup == nil {
        addLines(of: member, profile.commerce, &fields)
      }
      if let cookie = member.cookie { add(cookie, of: member, &fields) }
    }
    for pair in profile.pairs { add(pair, event.members) }
    if event.eventID != nil {
      let name = profile.eventID.name
      statements.append(
        Statement(
          step: .notes,
          code: "if (!\(profile.eventID.code)) note('no \(name): cannot be deduplicated');"))
    }
    addLacking(event.members, profile.commerce)
    let role = profile.vocabulary.role(of: event.mapping.event.name)
    guard profile.commerce.needsMoney, role == .purchase else { return }
    let value = MemberPlace(profile.commerce.object, profile.commerce.value).code
    let end = "return quit('a purchase without a value in a currency', data.gtmOnFailure);"
    statements.append(
      Statement(step: .notes, rank: 2, code: "if (\(value) === undefined) \(end)"))
  }

  /// Behind both members, a line that takes the one away where the other is missing.
  private mutating func add(_ pair: (member: MemberPlace, other: String), _ members: [Member]) {
    let other = MemberPlace(pair.member.object, pair.other)
    let steps = members.filter { [pair.member, other].contains($0.place) }.map(\.step)
    guard members.contains(where: { $0.place == pair.member }), let step = steps.max() else {
      return
    }
    let names = "'\(pair.member.name)', '\(pair.other)'"
    statements.append(
      Statement(step: step, rank: 99, code: "pair(\(pair.member.object), \(names));"))
  }

  /// A line of the log for what the plan asks for and a hit does not give.
  private mutating func addLacking(_ members: [Member], _ form: CommerceForm) {
    let asked = members.filter { member in
      member.place.object == form.object && !member.isRepeated
        && (member.isRequired || form.orderID.contains(member.place.name))
    }
    guard !asked.isEmpty else { return }
    let names = JavaScript.list(
      asked.map(\.place.name).reduce(into: []) { $0 += $0.contains($1) ? [] : [$1] })
    statements.append(Statement(step: .notes, rank: 1, code: "lacking(\(form.object), \(names));"))
  }

  /// What a variable has for each object of the request.
  private mutating func take(
    _ variable: MemberVariable, of event: ResolvedEvent, _ fields: inout TagFields
  ) {
    var objects: [String] = []
    for member in event.members where member.variableGroup == variable.group {
      let object = member.place.object
      guard !objects.contains(object) else { continue }
      objects.append(object)
      let found = fields.read(
        variable.source(at: event.place), as: variable.field, label: variable.label,
        in: member.group)
      statements.append(
        Statement(
          step: member.step, rank: -1,
          code: "take(\(object), \(found), \(JavaScript.literal(object)));"))
    }
  }

  private mutating func addConsent(_ event: ResolvedEvent, _ fields: inout TagFields) {
    guard case .required(let types, let whenMissing) = event.consent.kind else { return }
    if !fields.isInline, let template = ConsentTemplate(event.consent) {
      let consent = fields.read(
        template.source(at: event.place), as: TagFields.consent, label: "Consent", in: .hit)
      let end = "return quit('no consent to \(template.words)', data.gtmOnSuccess);"
      return statements.append(
        Statement(step: .consent, code: "if (\(consent) !== true) \(end)"))
    }
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

  private mutating func addLines(
    of member: Member, _ commerce: CommerceForm, _ fields: inout TagFields
  ) {
    if member.step == .contentType { addContentType(member, commerce) }
    if !(member.step == .contentType && member.isFixed) { add(linesOf: member, &fields) }
  }

  /// The type of contents says nothing without them; it is there before them, since each of them has it, too.
  private mutating func addContentType(_ member: Member, _ commerce: CommerceForm) {
    let contents = MemberPlace(member.place.object, commerce.contents ?? "").code
    let place = member.place.code
    statements.append(
      Statement(
        step: .contents, rank: 1,
        code: member.fixed.map { "if (\(contents)) \(place) = \(JavaScript.value($0));" }
          ?? "if (!\(contents)) \(place) = undefined;"))
  }

  /// The line that takes the member from its sources, or from what stands in where none of them has a value: an unreadable
  /// value is not replaced.
  private mutating func add(linesOf member: Member, _ fields: inout TagFields) {
    func line(_ code: String, _ candidate: String? = nil) -> Statement {
      Statement(step: member.step, rank: member.rank, code: code, candidate: candidate)
    }
    var candidates = member.sources.map { fields.read($0, of: member) }
    if let fixed = member.fixed {
      let condition = candidates.map { "truth(\($0))" }.joined(separator: " || ")
      let code = "\(member.place.code) = \(JavaScript.value(fixed));"
      return statements.append(line(condition.isEmpty ? code : "if (\(condition)) \(code)"))
    }
    let kept = member.kept.map { fields.read($0, of: member) }.joined(separator: ", ")
    let conversion = member.conversion.code + (member.conversion.looksAtKept ? "([\(kept)])" : "")
    let put =
      "put(\(member.place.object), \(JavaScript.literal(member.place.name)), \(conversion), "
    let none =
      member.step == .contentType
      ? "" : candidates.map { "missing(\($0))" }.joined(separator: " && ")
    var lists: [String] = []
    for fallback in member.fallbacks {
      switch fallback {
      case .code(let code, _): candidates.append(none.isEmpty ? code : "\(none) && \(code)")
      case .items(let source, let code):
        let items = fields.read(source, as: "items", label: "Items", in: .event)
        lists.append("items(\(items)).map((item) => \(code))")
      }
    }
    // Properties share a step, in which lines of other events must not come between those of one.
    guard !lists.isEmpty || member.step == .properties else {
      return statements.append(
        contentsOf: candidates.enumerated().map { index, candidate in
          var line = line(put, candidate)
          line.earlier = candidates[..<index]
          return line
        })
    }
    var list = "[\(candidates.joined(separator: ", "))]"
    if let first = lists.first {
      let rest = lists.dropFirst()
      let items = rest.isEmpty ? first : "\(first).concat(\(rest.joined(separator: ", ")))"
      list = none.isEmpty ? items : "\(list).concat(\(none) ? \(items) : [])"
    }
    statements.append(line("\(put)\(list));"))
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
