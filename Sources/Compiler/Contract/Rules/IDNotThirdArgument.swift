import Diagnostics
import TagManager

extension ContractRule {
  /// The pixel looks for the id in one of its arguments.
  static let idNotThirdArgument = ContractRule(
    "id-not-third-argument", .error, "the pixel gets the id in the argument for it",
    because: """
      A pixel takes the id from one place: an argument of its own behind the properties, where it would be just one more
      property, or a member of the properties.
      """,
    wrong: .init(
      browser: "track('Purchase', {value: 5, event_id: 'T-1'})", server: "event_id 'T-1'"),
    right: .init(
      browser: "track('Purchase', {value: 5}, {event_id: 'T-1'})", server: "event_id 'T-1'"),
    explains: [.noPixelID, .ids]
  ) { sides in
    sides.pixelTags.compactMap { tag in
      guard let call = tag.callWithoutID else { return nil }
      let member = sides.vocabulary.pixelIDMember
      return Breach(
        side: .web, name: tag.tag.name,
        message:
          "'\(call.function)' gets no '\(member)' in its \(call.optionsOrdinal) argument"
          + (call.hasOptions ? ": among the properties it is not an id" : ""),
        fix: "write \(call.text(idMember: member))")
    }
  }
}
