/// The outside world as one run sees it, and what the run did to it.
final class Host {
  let environment: Environment
  let permissions: PermissionPolicy
  let kind: TemplateKind
  @exclusivity(unchecked) var record = RunRecord()
  /// Whether the template's own code runs, and not one of its callbacks.
  @exclusivity(unchecked) var isTemplateRunning = false
  /// The functions that wait for the event's tags to end.
  var eventCallbacks: [Value] = []
  /// The functions that listen to messages, by type.
  var listeners: [String: [Value]] = [:]
  /// The functions that listen to changes of consent, by type.
  var consentListeners: [String: [Value]] = [:]
  /// The page's `window`, once a script asked for it.
  var window: Value?
  /// The contents of `templateStorage`.
  var templateStorage: [String: Value] = [:]
  /// The values that `require` gave before in a test, by name.
  @exclusivity(unchecked) var required = FewEntries<String, Value>()
  /// The replacements that tests set for APIs, and what they ask about calls; `nil` outside tests.
  @exclusivity(unchecked) var test: TestState?
  private var random: RandomNumbers

  init(
    environment: Environment = Environment(), permissions: PermissionPolicy = .everything,
    kind: TemplateKind = .variable
  ) {
    self.environment = environment
    self.permissions = permissions
    self.kind = kind
    random = RandomNumbers(seed: environment.surroundings.randomSeed)
    record.storage = environment.surroundings.storage
    record.page.localStorage = environment.surroundings.page?.localStorage ?? [:]
  }

  /// A number from 0 up to but not including 1.
  func nextRandom() -> Double { Double(random.next() >> 11) * 0x1p-53 }

  /// The domains of hosts, of which a log has few.
  private static let domains = Remembered<String, String>(atMost: 256)
  /// The domain that `auto` stands for in a cookie.
  private(set) lazy var automaticDomain: String? = {
    let pageHost = environment.surroundings.page.flatMap { WebURL($0.url)?.hostname }
    let request = environment.surroundings.request
    guard let host = pageHost ?? request.header("x-forwarded-host") ?? request.header("host") else {
      return nil
    }
    let domain = Self.domains.answer(to: host, PublicSuffixRules.builtIn.effectiveTLDPlusOne)
    return domain.isEmpty ? nil : domain
  }()

  /// Ends the run after an effect on the world outside, where only that there is one is of interest.
  func noteEffect() throws(RunFailure) {
    guard environment.endsAtFirstEffect else { return }
    throw RunFailure(.error, "the run ends at its first effect")
  }

  /// Ends the run if something is not permitted.
  func demand(_ request: PermissionRequest) throws(RunFailure) {
    if permissions.allows(request) { return }
    throw RunFailure(
      .denied,
      "\(request.refusal): the template lacks the permission '\(request.permission.rawValue)'")
  }
}

/// The SplitMix64 generator.
private struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
