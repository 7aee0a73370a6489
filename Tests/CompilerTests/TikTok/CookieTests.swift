import CustomTemplate
import JSONText
import TagwrightPlan
import Testing

@Suite struct CookieTests {
  private static let page = ServerHit.named("page_view")

  private static func landing(_ query: String, referrer: String? = nil) -> ServerHit {
    page.with(
      ("page_location", .string("https://shop.example.com/a\(query)")),
      ("page_referrer", referrer.map { .string($0) }))
  }

  private static func with(cookie name: String, _ value: String, _ hit: ServerHit = page)
    -> ServerHit
  {
    var hit = hit
    hit.cookies[name] = value
    return hit
  }

  @Test func theClickIDIsTakenFromTheFirstPlaceThatHasIt() throws {
    var table = MemberCases("user.ttclid")
    let shop = "https://shop.example.com/landing?ttclid=E.C.P.earlier"
    let everything = Self.with(
      cookie: "ttclid", "E.C.P.cookie",
      Self.landing("?ttclid=E.C.P.url", referrer: shop).with(("ttclid", "E.C.P.event")))
    table.add("the page's address", everything, "E.C.P.url")
    table.add("a referrer on the same host", Self.landing("", referrer: shop), "E.C.P.earlier")
    table.add(
      "not a foreign one",
      Self.landing("", referrer: "https://elsewhere.example.org/?ttclid=E.C.P.foreign"), nil)
    table.add(
      "nor one on a subdomain",
      Self.landing("", referrer: "https://www.shop.example.com/?ttclid=E.C.P.foreign"), nil)
    table.add(
      "the cookie",
      Self.with(cookie: "ttclid", "E.C.P.cookie", Self.landing("").with(("ttclid", "E.C.P.event"))),
      "E.C.P.cookie")
    table.add("the event data", Self.landing("").with(("ttclid", "E.C.P.event")), "E.C.P.event")
    table.add(
      "an empty parameter is none", Self.landing("?ttclid=", referrer: shop), "E.C.P.earlier")
    table.add("the last of two", Self.landing("?ttclid=E.C.P.1&ttclid=E.C.P.2"), "E.C.P.2")
    table.add("decoded", Self.landing("?ttclid=E.C.P.%2B1"), "E.C.P.+1")
    table.add("behind a fragment it is not a parameter", Self.landing("#?ttclid=E.C.P.1"), nil)
    for address: JSON in ["", "no address", 7, .null, [], ["a": 1]] {
      table.add(
        "no address: \(address.text(.compact))",
        Self.page.with(("page_location", address), ("page_referrer", .string(shop))), nil)
      table.add(
        "no referrer: \(address.text(.compact))", Self.landing("").with(("page_referrer", address)),
        nil)
    }
    table.add("a number", Self.page.with(("ttclid", 7)), "7")
    table.add("never an object", Self.page.with(("ttclid", ["a": "b"])), nil)
    try table.check()
  }

  @Test func theBrowserIDComesFromTheCookieOrTheEventData() throws {
    var table = MemberCases("user.ttp")
    table.add(
      "the cookie, today's form", Self.with(cookie: "_ttp", "01K0T8BYGJH63785W68YS5NN1R_.tt.1"),
      "01K0T8BYGJH63785W68YS5NN1R_.tt.1")
    table.add(
      "the old form", Self.with(cookie: "_ttp", "2F7h37YkS1j57AYSKTI7IHhJPYH"),
      "2F7h37YkS1j57AYSKTI7IHhJPYH")
    table.add(
      "the event data", Self.page.with(("ttp", "2F7h37YkS1j57AYSKTI7IHhJPYH")),
      "2F7h37YkS1j57AYSKTI7IHhJPYH")
    table.add(
      "the cookie outweighs it", Self.with(cookie: "_ttp", "a", Self.page.with(("ttp", "b"))), "a")
    table.add("none is made up", Self.page, nil)
    try table.check()
  }

  /// The cookies that each arrangement sets, which have to be the same.
  private static func cookies(_ hit: ServerHit, consent: Consent = .waived(because: "a test"))
    throws
    -> [ScriptOutcome.Cookie]
  {
    var options = TestOptions()
    options.consent = consent
    let containers = try RunningContainer.arranged(options)
    let runs = try ContainerRuns(containers.map { .init(container: $0, hit: hit) })
    let set = runs.outcomes.map { $0.first?.outcome.cookies }
    #expect(Set(set).count == 1)
    return try #require(set.first ?? nil)
  }

  private static func cookie(_ name: String, _ value: String, _ seconds: Int)
    -> ScriptOutcome.Cookie
  {
    .init(
      name: name, value: value,
      attributes: [
        "domain": "auto", "path": "/", "max-age": "\(seconds)", "secure": "true", "samesite": "lax",
      ])
  }

  @Test func newClickIDsAndBrowserIDsAreKept() throws {
    let click = Self.cookie("ttclid", "E.C.P.new", 30 * 86_400)
    let landing = Self.landing("?ttclid=E.C.P.new")
    #expect(try Self.cookies(landing) == [click])
    #expect(try Self.cookies(Self.with(cookie: "ttclid", "E.C.P.old", landing)) == [click])
    #expect(try Self.cookies(Self.with(cookie: "ttclid", "E.C.P.new", landing)) == [])
    #expect(try Self.cookies(Self.with(cookie: "ttclid", "E.C.P.old")) == [])
    #expect(try Self.cookies(Self.page.with(("ttclid", "E.C.P.new"))) == [click])
    #expect(
      try Self.cookies(Self.with(cookie: "_ttp", "abc")) == [
        Self.cookie("_ttp", "abc", 390 * 86_400)
      ])
    #expect(try Self.cookies(Self.page) == [])
    #expect(try Self.cookies(Self.page.with(("ttclid", [:]), ("ttp", true))) == [])
  }

  @Test func noCookieIsSetWithoutConsent() throws {
    let hit = Self.with(cookie: "_ttp", "abc", Self.landing("?ttclid=E.C.P.new"))
    let consent = Consent.required(.adStorage)
    #expect(try Self.cookies(hit, consent: consent) == [])
    #expect(try Self.cookies(hit.with(("x-ga-gcs", "G101")), consent: consent) == [])
    #expect(try Self.cookies(hit.with(("x-ga-gcs", "G111")), consent: consent).count == 2)
  }

  @Test func noCookieIsSetUnlessThePlanKeepsIt() throws {
    let container = try RunningContainer(
      TestPlan.small(.page) {
        ClickID(.urlParameter("ttclid"))
        BrowserID(.cookie("_ttp"))
      })
    let hit = Self.with(cookie: "_ttp", "abc", Self.landing("?ttclid=E.C.P.new"))
    let outcome = try #require(
      ContainerRuns([.init(container: container, hit: hit)]).outcomes[0].first?.outcome)
    #expect(outcome.cookies == [])
    #expect(outcome.body?.at("data.0.user.ttclid") == "E.C.P.new")
    #expect(container.templates.values.allSatisfy { !$0.code.contains("setCookie") })
  }
}
