import TagwrightPlan

/// What a destination has of its own; each conforms in a folder of its own.
protocol CompiledDestination: DeclaredDestination {
  /// What the other side is.
  static var profile: DestinationProfile { get }
  /// The rules that are about this destination alone.
  static var rules: [Rule] { get }
  /// Members that only this destination has, behind those of any destination.
  func ownMembers(of event: On<EventPayload>) -> [Member]
  /// Secrets that only this destination has.
  var ownSecrets: [BodySecret] { get }
  /// What the plan says for the places of the pixel's own code.
  var pixelPlaces: [String: String] { get }
}

extension CompiledDestination {
  static var rules: [Rule] { [] }
  var ownSecrets: [BodySecret] { [] }
  var pixelPlaces: [String: String] { [:] }
}
