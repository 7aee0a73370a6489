import TagwrightPlan

extension Rule {
  /// No GA4 hit has such a name.
  static let impossibleEventName = Rule(
    warning: .impossibleEventName,
    "no GA4 event can have this name",
    documentation: """
      GA4's event names have 1 to 40 letters, digits and underscores and begin with a letter, and names are compared
      exactly: a trigger for 'Add to cart' waits for ever. Where another client than GA4's makes the events, allow the
      rule.
      """,
    wrong: .events(
      """
      On(
        "add to cart",
        send: .addToCart(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items))
      """),
    right: .events(
      """
      On(
        "add_to_cart",
        send: .addToCart(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items))
      """),
    check: .each(\.eventNames) { name, container in
      guard !name.value.hasSpaceAround, !name.value.contains("{{"),
        container.hasGA4Client, let problem = problem(of: name.value)
      else { return [] }
      return [
        Finding(
          "no GA4 event is called '\(name.value)': a name \(problem)", at: name.place,
          mend: "write the name exactly as the web container sends it, such as 'add_to_cart'")
      ]
    })
}

/// Returns GA4's rule that a name breaks; `nil` where GA4 accepts the name.
///
/// Google Analytics help, event naming rules and collection limits: 40 characters.
private func problem(of name: String) -> String? {
  if name.utf16.count > 40 { return "has at most 40 characters" }
  if name.unicodeScalars.first?.isASCIILetter != true { return "begins with a letter" }
  let isPlain = name.unicodeScalars.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" }
  return isPlain ? nil : "has letters, digits and underscores only"
}

extension ResolvedContainer {
  fileprivate var hasGA4Client: Bool {
    elements.contains { if case .ga4Client = $0.kind { true } else { false } }
  }
}
