import TagwrightPlan

/// A member of `user` (TikTok Events API v1.3): its name, what its value goes through, and its label.
struct TikTokUserField {
  let name: String
  let conversion: TikTokConversion
  let label: String

  static func field(for key: MatchKey) -> TikTokUserField {
    switch key.kind {
    case .email: .init(name: "email", conversion: .email, label: "E-mail")
    case .phone:
      .init(
        name: "phone", conversion: .phone(countryCode: key.defaultCountryCode), label: "Phone")
    case .externalID:
      .init(name: "external_id", conversion: .externalID, label: "External id")
    case .clickID: .init(name: "ttclid", conversion: .identifier, label: "Click id")
    case .browserID: .init(name: "ttp", conversion: .identifier, label: "Browser id")
    case .ipAddress: .init(name: "ip", conversion: .address, label: "IP address")
    case .userAgent: .init(name: "user_agent", conversion: .text, label: "User agent")
    case .firstName: .init(name: "first_name", conversion: .hashedName, label: "First name")
    case .lastName: .init(name: "last_name", conversion: .hashedName, label: "Last name")
    case .zipCode: .init(name: "zip_code", conversion: .hashedName, label: "Postal code")
    case .city: .init(name: "city", conversion: .plain, label: "City")
    case .state: .init(name: "state", conversion: .plain, label: "State")
    case .country: .init(name: "country", conversion: .plain, label: "Country")
    case .locale: .init(name: "locale", conversion: .text, label: "Language")
    }
  }
}

extension TikTok {
  /// The match keys of one event: the destination's, replaced or joined by the event's own.
  func matchKeys(for mapping: On<Event>) -> [MatchKey] {
    let own = mapping.userData
    guard !own.isEmpty else { return userData }
    let replaced = Set(own.map(\.kind))
    return (userData.filter { !replaced.contains($0.kind) } + own).inOrder
  }

  /// Where one event's id comes from: its own source, the destination's, and for a purchase the order's id.
  func eventID(for mapping: On<Event>) -> Source? {
    if let own = mapping.eventID { return own }
    guard case .sharedEventID(let source, let purchase) = deduplication.kind else { return nil }
    let isPurchase = ["Purchase", "CompletePayment", "PlaceAnOrder"].contains(mapping.event.name)
    guard isPurchase, let purchase else { return source }
    return .anyOf(source.candidates + purchase.candidates)
  }
}

extension Source {
  /// The first of these that has a value.
  static func anyOf(_ sources: [Source]) -> Source {
    Source(.firstOf(sources), at: sources.first?.place)
  }
}
