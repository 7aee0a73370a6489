import TagwrightPlan

extension Rule {
  /// Names are compared exactly.
  static let eventName = Rule(
    error: "event-name",
    "the name of an event is empty or has spaces around it",
    documentation: """
      A trigger compares an event's name with the one that is written here, letter by letter: an empty name or a space
      around it fits no event, and the tag never fires.
      """,
    wrong: .events(
      """
      On("page_view ", send: .pageview())
      """),
    right: .events(
      """
      On("page_view", send: .pageview())
      """),
    check: .each(\.eventNames) { name, _ in
      guard name.value.hasSpaceAround else { return [] }
      return [
        Finding(
          "'\(name.value)' is not a name of an event", at: name.place,
          mend: "write the name as it reaches the server container, without spaces around it")
      ]
    })
}

extension String {
  /// Whether it is empty, or begins or ends with a space.
  var hasSpaceAround: Bool { first?.isWhitespace ?? true || last?.isWhitespace ?? true }
}
