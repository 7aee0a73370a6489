import TagwrightPlan

/// A type that provides what one destination has of its own; each conforms in a folder of its own.
protocol CompiledDestination: DeclaredDestination {
  /// The description of the other side.
  static var profile: DestinationProfile { get }
  /// The same as this plan has it.
  var ownProfile: DestinationProfile { get }
  /// The rules that are about this destination alone.
  static var rules: [Rule] { get }
  /// The functions by which a plan writes its events.
  static var calls: EventCalls { get }
  /// The destination of a declaration that was read, with the options that only this destination has.
  init(reading declaration: DestinationDeclaration, _ options: ReadOptions)
  /// The way in which a plan writes those options.
  var writtenOptions: WrittenOptions { get }
  /// Members that only this destination has, behind those of any destination.
  func ownMembers(of event: On<EventPayload>) -> [Member]
  /// Secrets that only this destination has.
  var ownSecrets: [BodySecret] { get }
  /// The plan's code for the names in capitals in the pixel's own code.
  var pixelPlaces: [String: String] { get }
}

extension CompiledDestination {
  static var rules: [Rule] { [] }
  var ownProfile: DestinationProfile { Self.profile }
  var ownSecrets: [BodySecret] { [] }
  var writtenOptions: WrittenOptions { WrittenOptions() }
  var pixelPlaces: [String: String] { [:] }
}
