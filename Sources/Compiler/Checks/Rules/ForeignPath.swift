import TagwrightPlan

extension Rule {
  /// The rule that paths name parameters as the server does, not as the data layer or the wire.
  static let foreignPath = Rule(
    warning: .foreignPath,
    "a path of the data layer or of the wire stands for one of the event data",
    documentation: """
      The data layer keeps what belongs to a sale in 'ecommerce', and a GA4 hit has parameters such as 'ep.phone' and
      'epn.value'. GA4's client takes these parts away: on the server the value of a purchase is 'value', its products are
      'items', and user properties stand in 'x-ga-mp2-user_properties'. Where another client makes the events, allow the
      rule.
      """,
    wrong: .events(
      """
      On("generate_lead", send: .lead(value: .eventData("ecommerce.value"), currency: .eventData("currency")))
      """),
    right: .events(
      """
      On("generate_lead", send: .lead(value: .eventData("value"), currency: .eventData("currency")))
      """),
    check: .each(\.sources) { used, _ in
      guard case .eventData(let path) = used.value.source.kind,
        let foreign = ForeignPath(path)
      else { return [] }
      return [Finding(foreign.message, at: used.place, mend: foreign.mend)]
    })
}

/// A path whose beginning belongs to another place.
struct ForeignPath {
  private let path: String
  /// The place where such a path leads to a value.
  private let place: String
  /// The path of the event data; `nil` for the whole of an object that is not there.
  let mended: String?

  /// What is wrong with it.
  var message: String { "'\(path)' is a path of \(place), not of the event data" }

  /// Advice for a plan.
  var mend: String {
    mended.map { "GA4's client calls it '\($0)': write '.eventData(\"\($0)\")'" }
      ?? "name one parameter, such as '.eventData(\"value\")': GA4's client has each at the top"
  }

  init?(_ path: String) {
    self.path = path
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard let root = parts.first, let known = Self.roots[root] else { return nil }
    place = known.place
    mended = parts.count > 1 ? known.prefix + parts[1] : nil
  }

  private static let roots: [String: (place: String, prefix: String)] = [
    "ecommerce": ("the data layer", ""), "eventModel": ("the data layer", ""),
    "ep": ("a GA4 hit", ""), "epn": ("a GA4 hit", ""),
    "up": ("a GA4 hit", "x-ga-mp2-user_properties."),
    "upn": ("a GA4 hit", "x-ga-mp2-user_properties."),
  ]
}
