import TagwrightPlan

/// A line of a tag's own code, as `EventCode` writes it, taken apart again.
struct EventLine {
  /// A line that takes a member from its sources.
  struct Put {
    let place: MemberPlace
    let conversion: String
    /// `nil` where the member is made of others.
    var sources: [Source]?
    /// Whether the code itself reads one of them.
    var isInline = false
  }

  /// A line that sets a member to what the plan says.
  struct Fixed {
    let place: MemberPlace
    /// The value, as code.
    let value: String
    /// An event has it where one of them says yes; empty for all events.
    let conditions: [Source]
  }

  enum Content {
    case consent(Consent.Kind)
    case put(Put)
    case fixed(Fixed)
    /// The variable that has the lines behind this one, by its name.
    case variable(String)
    /// The member that a cookie keeps, and for how many seconds.
    case cookie(MemberPlace, Int)
  }

  /// The events that it is for, as the code knows them; `nil` for all.
  let events: [String]?
  let content: Content

  /// The lines that say something of events.
  static func all(in lines: [String], _ reading: ReadSources) -> [EventLine] {
    var found: [EventLine] = []
    /// The events of a block of lines.
    var block: [String]?
    for line in lines {
      guard let (names, rest) = CodeText.inside("if (is(", of: line) else {
        if !line.hasPrefix("  ") { block = nil }
        let code = block == nil ? line : String(line.dropFirst("  ".count))
        found += contents(of: code, reading).map { EventLine(events: block, content: $0) }
        continue
      }
      let events = CodeText.literals(names) ?? []
      if rest == ") {" {
        block = events
      } else {
        found += contents(of: String(rest.dropFirst(") ".count)), reading).map {
          EventLine(events: events, content: $0)
        }
      }
    }
    return found
  }

  private static func contents(of line: String, _ reading: ReadSources) -> [Content] {
    if let arguments = CodeText.inside("take(", of: line).map({ CodeText.parts(of: $0.inside) }),
      arguments.count == 3
    {
      return taken(arguments[1], for: arguments[0], reading)
    }
    let puts = puts(line, reading)
    return puts.isEmpty ? [content(of: line, reading)].compactMap(\.self) : puts.map(Content.put)
  }

  private static func content(of line: String, _ reading: ReadSources) -> Content? {
    guard let (test, rest) = CodeText.inside("if (", of: line) else {
      return fixed(line, where: [])
    }
    let then = String(rest.dropFirst())
    if let consent = consent(test, reading) { return .consent(consent) }
    if let (arguments, _) = CodeText.inside("setCookie(", of: then) {
      return cookie(CodeText.parts(of: arguments))
    }
    return fixed(then, where: conditions(test, reading))
  }

  /// The consent that a variable says, or the code itself finds out.
  private static func consent(_ test: String, _ reading: ReadSources) -> Consent.Kind? {
    if let (arguments, comparison) = CodeText.inside("consent(", of: test) {
      return CodeText.parts(of: arguments).first.flatMap { CodeText.literal($0) }
        .flatMap(ConsentType.init).map {
          .required([$0], whenMissing: comparison == " === false" ? .granted : .refused)
        }
    }
    guard test.hasSuffix(" !== true"),
      case .variable(let name)? = reading.source(String(test.dropLast(" !== true".count)))?.kind
    else { return nil }
    return ConsentTemplate.consent(named: name)?.kind
  }

  /// The member with its sources, and once more with what stands in where none of them has a value.
  private static func puts(_ line: String, _ reading: ReadSources) -> [Put] {
    guard let (inside, _) = CodeText.inside("put(", of: line) else { return [] }
    let arguments = CodeText.parts(of: inside)
    guard arguments.count == 4, let name = CodeText.literal(arguments[1]) else { return [] }
    var put = Put(
      place: MemberPlace(arguments[0], name), conversion: arguments[2], sources: nil)
    guard let (list, rest) = CodeText.inside("[", of: arguments[3]) else { return [put] }
    let elements = CodeText.parts(of: list)
    let own = elements.filter { !$0.hasPrefix("missing(") }
    let isReplaced = own.count < elements.count || rest.hasPrefix(".concat(missing(")
    let fallback = isReplaced ? [put] : []
    put.sources = reading.sources(own)
    // A content type has one behind its sources for hits that say none.
    let read = arguments[2] == "contentType" ? own.dropLast() : own[...]
    put.isInline = put.sources != nil && read.contains { !$0.hasPrefix("data.") }
    return [put] + fallback
  }

  /// The lines of a variable's template for one object of the request.
  private static func taken(
    _ field: String, for object: String, _ reading: ReadSources
  ) -> [Content] {
    guard let (name, lines, inner) = reading.variable(field) else { return [] }
    return [.variable(name)]
      + lines.flatMap { contents(of: $0, inner) }.filter { content in
        switch content {
        case .put(let put): put.place.object == object
        case .fixed(let fixed): fixed.place.object == object
        case .consent, .cookie, .variable: false
        }
      }
  }

  private static func fixed(_ line: String, where conditions: [Source]) -> Content? {
    guard let equals = line.range(of: " = "), line.hasSuffix(";"), !line.hasPrefix("const ") else {
      return nil
    }
    let value = String(line[equals.upperBound...].dropLast())
    guard let place = place(String(line[..<equals.lowerBound])), value != "undefined" else {
      return nil
    }
    return .fixed(Fixed(place: place, value: value, conditions: conditions))
  }

  private static func cookie(_ arguments: [String]) -> Content? {
    guard arguments.count == 3, let place = place(arguments[1]),
      let seconds = CodeText.arguments(of: "lasting", in: arguments[2])?.first.flatMap({ Int($0) })
    else { return nil }
    return .cookie(place, seconds)
  }

  private static func place(_ code: String) -> MemberPlace? {
    let parts = code.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return MemberPlace(String(parts[0]), String(parts[1]))
  }

  /// The sources of `truth(…) || truth(…)`.
  private static func conditions(_ test: String, _ reading: ReadSources) -> [Source] {
    var rest = test
    var sources: [Source] = []
    while let (code, following) = CodeText.inside("truth(", of: rest) {
      guard let source = reading.source(code) else { return [] }
      sources.append(source)
      rest = String(following.dropFirst(" || ".count))
    }
    return sources
  }
}
