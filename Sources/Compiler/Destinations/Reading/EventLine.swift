import TagwrightPlan

/// A line of a tag's own code, as `EventCode` writes it, taken apart again.
struct EventLine {
  /// A line that takes a member from its sources.
  struct Put {
    let place: MemberPlace
    let conversion: String
    /// `nil` where the member is made of others.
    let sources: [Source]?
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
    case consent(ConsentType, ConsentAssumption)
    case put(Put)
    case fixed(Fixed)
    /// The member that a cookie keeps, and for how many seconds.
    case cookie(MemberPlace, Int)
  }

  /// The events that it is for, as the code knows them; `nil` for all.
  let events: [String]?
  let content: Content

  /// The lines that say something of events.
  static func all(in lines: [String], _ reading: ReadSources) -> [EventLine] {
    lines.compactMap { line in
      guard let (names, rest) = CodeText.inside("if (is(", of: line) else {
        return content(of: line, reading).map { EventLine(events: nil, content: $0) }
      }
      return content(of: String(rest.dropFirst(") ".count)), reading).map {
        EventLine(events: CodeText.literals(names) ?? [], content: $0)
      }
    }
  }

  private static func content(of line: String, _ reading: ReadSources) -> Content? {
    guard let (test, rest) = CodeText.inside("if (", of: line) else {
      return put(line, reading).map(Content.put) ?? fixed(line, where: [])
    }
    let then = String(rest.dropFirst())
    if let (arguments, comparison) = CodeText.inside("consent(", of: test) {
      return CodeText.parts(of: arguments).first.flatMap { CodeText.literal($0) }
        .flatMap(ConsentType.init).map {
          .consent($0, comparison == " === false" ? .granted : .refused)
        }
    }
    if let (arguments, _) = CodeText.inside("setCookie(", of: then) {
      return cookie(CodeText.parts(of: arguments))
    }
    if let put = put(then, reading) {
      // What stands in where no source has a value.
      return .put(Put(place: put.place, conversion: put.conversion, sources: nil))
    }
    return fixed(then, where: conditions(test, reading))
  }

  private static func put(_ line: String, _ reading: ReadSources) -> Put? {
    guard let (inside, _) = CodeText.inside("put(", of: line) else { return nil }
    let arguments = CodeText.parts(of: inside)
    guard arguments.count == 4, let name = CodeText.literal(arguments[1]) else { return nil }
    let elements = CodeText.elements(of: arguments[3])
    let sources = elements.flatMap { reading.sources($0) }
    // A content type has one behind its sources for hits that say none.
    let own = arguments[2] == "contentType" ? elements?.dropLast() : elements?[...]
    return Put(
      place: MemberPlace(arguments[0], name), conversion: arguments[2], sources: sources,
      isInline: sources != nil && own?.contains { !$0.hasPrefix("data.") } == true)
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
