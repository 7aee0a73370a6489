import SandboxedJS

/// A page while its visit lasts: what tags find there, and what they leave.
final class PageState {
  private(set) var visit: BrowserVisit
  private(set) var model = DataLayerModel()
  private(set) var consent = PageConsent()
  private(set) var cookies: [NamedText]
  /// The settings of the Google tags that have fired, by their ids.
  private(set) var googleTags: [String: [ScriptValue.Member]] = [:]
  /// The ids of the Google tags, by the names of the tags.
  private(set) var googleTagIDs: [String: String] = [:]
  private(set) var hitCount = 0
  private var window: ScriptValue = .object([])
  private var localStorage: [String: String] = [:]
  private var firedTags: Set<String> = []
  private var knownValues: [TemplateCall: ScriptValue] = [:]
  let functions: [String]
  private var seed: UInt64

  /// - Parameter functions: the dotted paths of the functions that the page has, such as a pixel's.
  init(_ visit: BrowserVisit, functions: [String], seed: UInt64) {
    self.visit = visit
    self.functions = functions
    self.seed = seed
    cookies = visit.cookies
    consent.follow("default", visit.consent)
  }

  // MARK: What happens

  func push(_ members: [ScriptValue.Member]) { model.push(members) }

  func follow(_ command: String, _ settings: ScriptValue) {
    consent.follow(command, settings)
    knownValues = [:]
  }

  /// Goes to another address without loading anything.
  func move(to url: String) { visit.url = url }

  func noteFired(_ tag: String) { firedTags.insert(tag) }

  func configure(_ id: String, tag: String, _ settings: [ScriptValue.Member]) {
    googleTags[id] = settings
    googleTagIDs[tag] = id
  }

  /// Counts a hit; gives its number on the page.
  func countHit() -> Int {
    hitCount += 1
    return hitCount
  }

  /// Takes over what code has left.
  func take(_ record: RunRecord) {
    window = record.page.window
    localStorage = record.page.localStorage
    receive(record.cookies)
    for command in record.page.commands where command.count == 3 && command[0] == "consent" {
      follow(command[1].text ?? "", command[2])
    }
  }

  /// A variable's code, by the place of its template, with the values of its fields.
  struct TemplateCall: Hashable {
    let template: Int
    let fields: ScriptValue
  }

  /// Returns the value of code that sees its fields and the consent alone: the one it gave the last
  /// time, or gives now.
  func value(of call: TemplateCall, _ run: () -> ScriptValue) -> ScriptValue {
    if let known = knownValues[call] { return known }
    let value = run()
    knownValues[call] = value
    return value
  }

  /// Sets cookies.
  func receive(_ set: [RunRecord.Cookie]) {
    for cookie in set {
      cookies.removeAll { $0.name == cookie.name }
      cookies.append(NamedText(cookie.name, cookie.value))
    }
  }

  // MARK: What tags find

  /// Whether a tag may fire that waits for a type of consent: nothing said is consent, as Tag Manager has it.
  func hasConsent(_ type: String) -> Bool { consent.state(type) ?? true }

  func hasFired(_ tag: String) -> Bool { firedTags.contains(tag) }

  /// A cookie's value, as it is on the wire.
  func cookie(_ name: String) -> String? { cookies.first { $0.name == name }?.value }

  /// Something in `window`.
  func global(_ path: String) -> ScriptValue? {
    window.value(at: path) ?? PageValue(rawValue: path).map { .string(visit.value($0)) }
  }

  /// The world as code on this page sees it; chance has another number for each run.
  ///
  /// - Parameter isGranted: the consent that is assumed; `nil` for what the page knows. What is only tried out leaves
  ///   chance as it is.
  func environment(
    _ base: Environment, granting isGranted: ((String) -> Bool)? = nil
  ) -> Environment {
    if isGranted == nil { seed &+= 1 }
    let states =
      isGranted.map { isGranted in
        Dictionary(ConsentState.types.map { ($0, isGranted($0)) }) { first, _ in first }
      } ?? consent.states
    let page = WebPage(
      url: visit.url, referrer: visit.referrer, title: visit.title, cookies: cookies,
      dataLayer: model.value, window: window, functions: functions, consent: states,
      localStorage: localStorage)
    return base.with(page: page, randomSeed: seed)
  }

  /// A number that is another one each time.
  func nextNumber() -> UInt64 {
    seed &+= 1
    return seed
  }
}
