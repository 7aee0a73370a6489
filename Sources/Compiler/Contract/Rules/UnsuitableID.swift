import Diagnostics
import TagManager

extension ContractRule {
  /// An id is the same for all tags of one event, and another for the next event.
  static let unsuitableID = ContractRule(
    "unsuitable-id", .error, "an id is the same for all tags of an event, and new for the next",
    because: """
      An id belongs to one event: a constant, a cookie or the number of an event on its page is the same for others, and
      a random number is another one each time that a tag asks for it.
      """,
    wrong: .init(browser: "the id is the constant 'order'", server: "the id is the same constant"),
    right: .init(
      browser: "the id is a value that the page pushes with each event",
      server: "the id is the same value"),
    explains: [.ids, .sameID, .noPixelID, .noServerID]
  ) { sides in
    sides.mapped.flatMap { event -> [Breach] in
      let paths = event.server.flatMap { $0.idPaths(sides.vocabulary) }
      let sent = event.ga4.compactMap { tag in
        paths.lazy.compactMap { tag.text($0) }.first.map { (text: $0, tag: tag.tag.name) }
      }
      let called = event.pixel.compactMap { tag in
        tag.eventID.map { (text: $0, tag: tag.tag.name) }
      }
      let literals = (sent + called).filter { VariableReferences.names(in: $0.text).isEmpty }
      return literals.map { literal in
        Breach(
          side: .web, name: literal.tag,
          message: "its id '\(literal.text)' is the same for every event", fix: better)
      }
        + Set((sent + called).map(\.text)).subtracting(literals.map(\.text)).sorted().compactMap {
          text in
          let origin = sides.web.container.origin(of: text)
          guard case .joined(let parts) = origin else { return breach(text, origin) }
          let tag = (sent + called).first { $0.text == text }?.tag ?? ""
          return breach(text, joining: parts, of: tag)
        }
    }
  }

  private static let better =
    "use a variable whose value belongs to the data layer's event, such as Tagwright's 'Event Id'"

  /// An id of several parts is new for each event where one of them is.
  private static func breach(
    _ text: String, joining parts: [ValueOrigin], of tag: String
  ) -> Breach? {
    if parts.contains(where: \.isNewForEachTag) {
      return Breach(
        side: .web, name: tag,
        message: "a part of its id '\(text)' is another one for each tag", fix: better)
    }
    guard parts.allSatisfy(\.isSharedByEvents) else { return nil }
    return Breach(
      side: .web, name: tag,
      message: "all parts of its id '\(text)' are the same for many events", fix: better)
  }

  private static func breach(_ text: String, _ origin: ValueOrigin) -> Breach? {
    let name = text.hasPrefix("{{") ? String(text.dropFirst(2).dropLast(2)) : text
    func breach(_ message: String, _ fix: String, isWarning: Bool = false) -> Breach {
      Breach(
        side: .web, kind: "variable", name: name, message: message, fix: fix,
        severity: isWarning ? .warning : nil)
    }
    switch origin {
    case .script where origin.isNewForEachTag:
      return breach(
        "the id is made anew each time that a tag refers to it, so pixel and server get two", better
      )
    case .builtIn("Random Number"):
      return breach("a random number is another one for each tag", better)
    case .builtIn: return breach("'\(name)' is the same for many events", better)
    case .dataLayer("gtm.uniqueEventId"):
      return breach(
        "the number of an event on its page is the same for every visitor",
        "join it with an id of the page load, as Tagwright's 'Event Id' does")
    case .dataLayer(let key):
      return breach(
        "an event that pushes no '\(key)' takes the id of the event before it",
        "push a new '\(key)' with every event, or \(better)", isWarning: true)
    case .cookie: return breach("a cookie is the same for all events of a visitor", better)
    case .text: return breach("the id is the same for every event", better)
    default: return nil
    }
  }
}

extension ValueOrigin {
  /// Whether two tags that refer to it get two values.
  fileprivate var isNewForEachTag: Bool {
    switch self {
    case .script(let code):
      ["Math.random", "randomUUID", "getRandomValues", "Date.now", "new Date"].contains(
        where: code.contains)
    case .builtIn("Random Number"): true
    default: false
    }
  }

  /// Whether many events have the same value.
  fileprivate var isSharedByEvents: Bool {
    switch self {
    case .text, .cookie, .urlParameter, .builtIn: true
    default: false
    }
  }
}
