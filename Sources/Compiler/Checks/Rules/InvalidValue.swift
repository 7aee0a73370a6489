import TagwrightPlan

extension Rule {
  /// Destinations take numbers, not amounts of money.
  static let invalidValue = Rule(
    error: "invalid-value",
    "a constant value that is not a number",
    documentation: """
      'value' is a number with a point, without symbol, letters or separators: 59.98. The currency has a field of its own.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead(value: .constant("50 €"), currency: .constant("EUR")))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(value: .constant(50), currency: .constant("EUR")))
      """),
    check: .eachEvent { event, _ in
      (event.payload.value?.constants ?? []).filter { !isNumber($0) && !$0.contains("{{") }.map {
        text in
        Finding(
          "'\(text)' is not a number", at: event.payload.place,
          mend:
            "write digits with a point, such as '.constant(\"59.98\")'; 'currency:' says of what")
      }
    })
}

/// Whether a destination takes a text for a number: digits, a point, a sign.
private func isNumber(_ text: String) -> Bool {
  Double(text)?.isFinite == true && text.utf8.allSatisfy { (0x2B...0x39).contains($0) }
}
