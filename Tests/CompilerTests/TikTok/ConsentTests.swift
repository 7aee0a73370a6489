import CustomTemplate
import JSONText
import TagwrightPlan
import Testing

@Suite struct ConsentTests {
  /// What a hit says of one type of consent.
  private enum Says: String {
    case granted, refused, nothing
  }

  /// A hit's signals, and what they say of the four types in their order.
  private struct Row {
    let signals: [(String, JSON?)]
    let says: [Says]

    init(_ signals: (String, JSON?)..., says: Says...) {
      self.signals = signals
      self.says = says.count == 1 ? Array(repeating: says[0], count: 4) : says
    }

    var hit: ServerHit {
      var object = JSONObject([.init("event_name", "page_view")])
      for (key, value) in signals { object[key] = value }
      return ServerHit(eventData: .object(object))
    }
  }

  private static let types: [ConsentType] = [
    .adStorage, .analyticsStorage, .adUserData, .adPersonalization,
  ]

  private static func gcs(_ value: JSON, _ ad: Says, _ analytics: Says) -> Row {
    Row(("x-ga-gcs", value), says: ad, analytics, .nothing, .nothing)
  }

  private static func granted(_ state: JSON) -> (String, JSON?) {
    ("x-sst-system_properties", ["consent": ["consentGrantedState": state]])
  }

  /// What a server writes beside a code.
  private static func derived(gcd: JSON, isUpdate: JSON = false) -> (String, JSON?) {
    (
      "x-sst-system_properties",
      [
        "gcd": gcd,
        "consent": ["consentGrantedState": all, "isUpdate": isUpdate, "updateType": ""],
      ]
    )
  }

  private static let all: JSON = [
    "ad_storage": true, "analytics_storage": true, "ad_user_data": true, "ad_personalization": true,
  ]

  private static let rows: [Row] = [
    Row(says: .nothing),
    gcs("G111", .granted, .granted), gcs("G100", .refused, .refused),
    gcs("G101", .refused, .granted),
    gcs("G110", .granted, .refused), gcs("G1--", .nothing, .nothing),
    gcs("G1-1", .nothing, .granted), gcs("G11-", .granted, .nothing),
    gcs("XX11", .nothing, .nothing), gcs("G1", .nothing, .nothing), gcs("g111", .nothing, .nothing),
    gcs("G211", .nothing, .nothing),
    gcs("", .nothing, .nothing), gcs(111, .nothing, .nothing), gcs(.null, .nothing, .nothing),
    gcs(["G111"], .nothing, .nothing),
    Row(("x-ga-gcd", "13r3r3r2r5l1"), says: .granted, .granted, .granted, .granted),
    Row(("x-ga-gcd", "13r3r1t1r5l1"), says: .granted, .granted, .granted, .granted),
    Row(("x-ga-gcd", "11t1t1t1t5"), says: .granted),
    Row(("x-ga-gcd", "13r3r3r3r5l1"), says: .granted),
    Row(("x-ga-gcd", "13p3p3p2p5l1"), says: .refused),
    Row(("x-ga-gcd", "13q3q3q3q5l1"), says: .refused),
    Row(("x-ga-gcd", "13m3m3m3m5l1"), says: .refused),
    Row(("x-ga-gcd", "13n3n3n3n5l1"), says: .granted),
    Row(("x-ga-gcd", "13v3v3v3v5l1"), says: .granted),
    Row(("x-ga-gcd", "13u3u3u3u5l1"), says: .refused),
    Row(("x-ga-gcd", "13l3l3l3l1l1"), says: .nothing),
    Row(("x-ga-gcd", "11l1l1l1l1"), says: .nothing),
    Row(("x-ga-gcd", "13l3l3R3l5l1"), says: .nothing),
    Row(("x-ga-gcd", "13R3T3P3Q5l1"), says: .nothing, .granted, .granted, .nothing),
    Row(("x-ga-gcd", "13t3p3u3l5l1"), says: .granted, .refused, .refused, .nothing),
    Row(("x-ga-gcd", "11p1t1p1t5"), says: .refused, .granted, .refused, .granted),
    Row(("x-ga-gcd", "13r3"), says: .nothing), Row(("x-ga-gcd", "13p3"), says: .nothing),
    Row(("x-ga-gcd", "13t3t3t3"), says: .nothing),
    Row(("x-ga-gcd", "tttttttttt"), says: .nothing),
    Row(("x-ga-gcd", "13t3t3t3 5l1"), says: .nothing), Row(("x-ga-gcd", ""), says: .nothing),
    Row(("x-ga-gcd", 13_333_333_335), says: .granted), Row(("x-ga-gcd", .null), says: .nothing),
    Row(("x-ga-gcd", ["13t3t3t3t5l1"]), says: .nothing),
    Row(("x-ga-gcd", "13-3-3-3-5l1"), says: .refused),
    Row(("x-ga-gcd", "13_3_3_3_5l1"), says: .granted),
    Row(("x-ga-mp2-gcd", "13t3t3t3t5l1"), says: .granted),
    Row(("x-ga-mp2-gcd", "13p3p3p3p5l1"), says: .refused),
    // A server writes the states from gcd, and all of them true where gcd says nothing.
    Row(granted(all), says: .nothing),
    Row(("x-ga-mp2-gcd", "11l1l1l1l1"), derived(gcd: "11l1l1l1l1"), says: .nothing),
    Row(("x-ga-gcs", "G1--"), derived(gcd: "13l3l3l3l1l1"), says: .nothing),
    Row(derived(gcd: "13t3t3t3t5l1"), says: .granted),
    Row(derived(gcd: "13l3l3l3l1l1", isUpdate: true), says: .granted),
    Row(derived(gcd: "13l3l3l3l1l1", isUpdate: "false"), says: .nothing),
    Row(("x-ga-gcd", "13p3p3p3p5l1"), derived(gcd: "13p3p3p3p5l1", isUpdate: true), says: .refused),
    Row(
      granted(["ad_storage": false, "analytics_storage": true]), says: .refused, .nothing, .nothing,
      .nothing),
    Row(granted("granted"), says: .nothing), Row(granted([]), says: .nothing),
    Row(granted(.null), says: .nothing),
    Row(("x-sst-system_properties", "x"), says: .nothing),
    Row(("x-sst-system_properties", .null), says: .nothing),
    Row(("consent_state", all), says: .granted),
    Row(
      ("consent_state", ["ad_storage": "granted", "ad_user_data": "GRANTED"]), says: .granted,
      .nothing, .granted, .nothing),
    Row(
      ("consent_state", ["ad_storage": "denied", "ad_user_data": "Denied"]), says: .refused,
      .nothing, .refused, .nothing),
    Row(
      ("consent_state", ["ad_storage": "true", "ad_user_data": "false"]), says: .granted, .nothing,
      .refused, .nothing),
    Row(
      ("consent_state", ["ad_storage": 1, "ad_user_data": 0]), says: .granted, .nothing, .refused,
      .nothing),
    Row(("consent_state", ["ad_storage": "unset", "ad_user_data": .null]), says: .nothing),
    Row(
      ("consent_state", ["ad_storage": ["granted"], "ad_user_data": ["toString": "granted"]]),
      says: .nothing),
    Row(("consent_state", "granted"), says: .nothing), Row(("consent_state", []), says: .nothing),
    // A refusal in any of them outweighs every grant.
    Row(
      ("x-ga-gcs", "G100"), ("x-ga-gcd", "13t3t3t3t5l1"), says: .refused, .refused, .granted,
      .granted),
    Row(("x-ga-gcs", "G111"), ("x-ga-gcd", "13p3p3p3p5l1"), says: .refused),
    Row(("x-ga-gcd", "13t3t3t3t5l1"), ("x-ga-mp2-gcd", "13p3p3p3p5l1"), says: .refused),
    Row(("x-ga-gcd", "13p3p3p3p5l1"), ("x-ga-mp2-gcd", "13t3t3t3t5l1"), says: .refused),
    Row(("x-ga-gcd", "13l3l3l3l1l1"), ("x-ga-mp2-gcd", "13t3t3t3t5l1"), says: .granted),
    Row(
      ("x-ga-gcs", "G111"), granted(["ad_storage": false]), says: .refused, .granted, .nothing,
      .nothing),
    Row(
      ("x-ga-gcs", "G111"), ("consent_state", ["ad_storage": "denied"]), says: .refused, .granted,
      .nothing, .nothing),
    Row(
      ("x-ga-gcs", "G1--"), ("consent_state", ["ad_storage": true]), says: .granted, .nothing,
      .nothing, .nothing),
    Row(("x-ga-gcs", "G100"), ("consent_state", all), says: .refused, .refused, .granted, .granted),
  ]

  /// Every letter of the alphabet of `gcd`, by the two bits of default and the two of update.
  private static let letters: [Row] = {
    let alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
    return alphabet.enumerated().map { place, letter in
      let update = place & 3
      let effective = update >= 2 ? update : (place >> 2) & 3
      let says: Says = effective == 3 ? .granted : effective == 2 ? .refused : .nothing
      return Row(("x-ga-gcd", .string("13\(letter)3\(letter)3\(letter)3\(letter)5l1")), says: says)
    }
  }()

  /// Whether a tag with a policy sends, for hits in each layout and style.
  private static func check(
    _ consent: Consent, _ rows: [Row], _ policy: String, sends: (Row) -> Bool
  ) throws {
    for (layout, style) in TestOptions.arrangements {
      let container = try RunningContainer(
        TestPlan.small(.page, consent: consent, sources: style, layout: layout))
      let runs = try ContainerRuns(rows.map { .init(container: container, hit: $0.hit) })
      for (row, outcomes) in zip(rows, runs.outcomes) {
        let outcome = try #require(outcomes.first?.outcome)
        let facts = "\(policy): \(row.hit.eventData.text(.compact))"
        #expect(outcome.thrown == nil, "\(facts)")
        #expect(outcome.requests.count == (sends(row) ? 1 : 0), "\(facts)")
        #expect(outcome.successes == 1 && outcome.failures == 0, "\(facts)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func aTypeIsGrantedRefusedOrNotMentioned(type: Int) throws {
    let rows = Self.rows + Self.letters
    try Self.check(.required(Self.types[type]), rows, "required \(Self.types[type].rawValue)") {
      $0.says[type] == .granted
    }
    try Self.check(
      .required(Self.types[type], whenMissing: .granted), rows,
      "granted when missing \(Self.types[type].rawValue)"
    ) {
      $0.says[type] != .refused
    }
  }

  @Test func everyTypeOfAPolicyCounts() throws {
    try Self.check(.required(.adStorage, .adUserData), Self.rows, "two types") {
      $0.says[0] == .granted && $0.says[2] == .granted
    }
    try Self.check(
      .required(.adStorage, .adUserData, whenMissing: .granted), Self.rows, "two types or missing"
    ) {
      $0.says[0] != .refused && $0.says[2] != .refused
    }
  }

  @Test func aWaivedConsentReadsNoSignal() throws {
    try Self.check(.waived(because: "a test"), Self.rows, "waived") { _ in true }
    let container = try RunningContainer(TestPlan.small(.page))
    #expect(container.templates.values.allSatisfy { !$0.code.contains("x-ga-gcs") })
  }

  @Test func anEventMayHaveAPolicyOfItsOwn() throws {
    for (layout, style) in TestOptions.arrangements {
      let container = try RunningContainer(
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TOKEN"),
          consent: .required(.adStorage),
          deduplication: .notNeeded(because: "a test"), layout: layout, sources: style
        ) {
          UserAgent()
        } events: {
          On("page_view", send: .pageview())
          On("sign_up", send: .completeRegistration(), consent: .required(.adUserData))
          On("download", send: .download(), consent: .waived(because: "a test"))
        })
      func sends(_ name: String, _ state: JSON) throws -> Bool {
        let hit = ServerHit.named(name).with(("consent_state", state))
        return try ContainerRuns([.init(container: container, hit: hit)]).outcomes[0].first?.outcome
          .requests.count == 1
      }
      let adStorage: JSON = ["ad_storage": true, "ad_user_data": false]
      let adUserData: JSON = ["ad_storage": false, "ad_user_data": true]
      #expect(try sends("page_view", adStorage))
      #expect(try !sends("page_view", adUserData))
      #expect(try !sends("sign_up", adStorage))
      #expect(try sends("sign_up", adUserData))
      #expect(try sends("download", ["ad_storage": false, "ad_user_data": false]))
    }
  }
}
