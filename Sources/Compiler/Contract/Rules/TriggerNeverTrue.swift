import Diagnostics
import TagManager

extension ContractRule {
  /// The rule that the browser sends what the server's triggers ask of an event.
  static let triggerNeverTrue = ContractRule(
    "trigger-never-true", .error, "what the server's triggers ask of an event, the browser sends",
    because: """
      A tag whose trigger asks for something that no hit carries never fires. Send the parameter, or take the condition
      away.
      """,
    wrong: .init(
      browser: "no tag sends page_type", server: "the trigger asks for page_type equals 'product'"),
    right: .init(
      browser: "the GA4 tag sends page_type",
      server: "the trigger asks for page_type equals 'product'"),
    explains: [.neverOnServer, .neverFires]
  ) { sides in
    sides.mapped.flatMap { event -> [Breach] in
      guard !event.ga4.isEmpty else { return [] }
      return event.server.flatMap { tag -> [Breach] in
        let container = sides.server.container
        func breaches(_ triggers: [Trigger], isException: Bool) -> [Breach] {
          // One tag may fire for several events, for each under conditions of its own.
          let own = triggers.filter { trigger in
            (sides.trigger == nil || isException || trigger.name == sides.trigger)
              && container.eventNames(of: trigger)?.contains(event.name) ?? true
          }
          return own.flatMap(\.filters).compactMap { condition in
            guard case .eventData(let path) = container.origin(of: condition.left),
              !event.ga4.contains(where: { $0.sends(path) })
            else { return nil }
            return breach(condition, path, event, tag, isException: isException)
          }
        }
        return breaches(container.triggers(of: tag.tag), isException: false)
          + breaches(container.exceptions(of: tag.tag), isException: true)
      }
    }
  }

  /// Returns the breach of a tag's condition on a value that is never there: it cannot hold, or
  /// always does.
  private static func breach(
    _ condition: Condition, _ path: String, _ event: MappedEvent,
    _ tag: ServerSide.DestinationTag, isException: Bool
  ) -> Breach {
    let always = condition.isNegated
    let consequence =
      switch (isException, always) {
      case (false, false), (true, true): "so that '\(tag.tag.name)' never fires"
      case (false, true): "so that it always holds"
      case (true, false): "so that it never keeps '\(tag.tag.name)' from firing"
      }
    return Breach(
      side: .web, name: event.ga4[0].tag.name,
      message:
        "a trigger of the server asks for '\(path)', which no GA4 tag sends with '\(event.name)', \(consequence)",
      fix: "\(advice(for: path, sentBy: event.ga4)), or take the condition away",
      severity: isException == always ? nil : .warning)
  }
}
