import Foundation
import Tagwright
import TestSupport
import Testing

/// What beginners get wrong first, made in the plan of a new package: the compiler says what the table of the manual says.
@Suite(.enabled(if: TypeCheck.isPossible, "there is no 'swiftc' on PATH"))
struct MistakeTests {
  /// A change of the plan, and the message that it leads to.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let replacement: String
    let message: String
    /// Further files of the target.
    var files: [String: String] = [:]
    var testDescription: String { name }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      name: "a missing comma", text: "deduplication: .sharedEventID(.eventData(\"event_id\"))",
      replacement: "deduplication: .sharedEventID(.eventData(\"event_id\")) limitedDataUse: .on",
      message: "expected ',' separator"),
    Mistake(
      name: "a wrong label", text: "consent: .required", replacement: "consents: .required",
      message: "incorrect argument label in call"),
    Mistake(
      name: "a forgotten argument", text: "currency: currency, contents: .items, orderID",
      replacement: "contents: .items, orderID",
      message: "missing argument for parameter 'currency' in call"),
    Mistake(
      name: "no consent policy", text: "consent: .required(.adStorage),", replacement: "",
      message: "missing argument for parameter 'consent' in call"),
    Mistake(
      name: "an unknown event", text: ".pageview()", replacement: ".pageView()",
      message:
        "'pageView' is unavailable: TikTok has no 'pageView': write '.pageview()', as it spells it"
    ),
    Mistake(
      name: "a text where a secret belongs", text: ".secret(\"TIKTOK_ACCESS_TOKEN\")",
      replacement: "\"0123abc\"",
      message: "is unavailable: name the secret: '.secret(\"TIKTOK_ACCESS_TOKEN\")'"),
    Mistake(
      name: "a text where a source belongs", text: "ExternalID(.eventData(\"user_id\"))",
      replacement: "ExternalID(\"user_id\")",
      message:
        "is unavailable: say where the value comes from: '.eventData(\"value\")'; '.constant(\"EUR\")'"
    ),
    Mistake(
      name: "a test event code", text: "consent: .required",
      replacement: "testEventCode: \"TEST12345\", consent: .required",
      message: "'.secret(\"TIKTOK_TEST_EVENT_CODE\")'"),
    Mistake(
      name: "arguments in another order", text: "consent: .required(.adStorage),",
      replacement: "consent: .required(.adStorage), testEventCode: .secret(\"CODE\"),",
      message: "must precede argument"),
    Mistake(
      name: "conditions with &&", text: "On(\"generate_lead\", send:",
      replacement:
        "On(\"generate_lead\", where: .client(\"GA4\") && .eventData(\"value\") > 0, send:",
      message: "'&&' is unavailable: list the conditions with a comma"),
    Mistake(
      name: "conditions with ||", text: "On(\"generate_lead\", send:",
      replacement:
        "On(\"generate_lead\", where: .eventData(\"a\") == \"b\" || .eventData(\"c\") == \"d\", send:",
      message: "is unavailable: write '.anyOf(…, …)'"),
    Mistake(
      name: "a text where a condition belongs", text: "On(\"generate_lead\", send:",
      replacement: "On(\"generate_lead\", where: \"value > 0\", send:",
      message: "is unavailable: compare a source:"),
    Mistake(
      name: "a type of consent that is a text", text: ".required(.adStorage)",
      replacement: ".required(\"marketing\")",
      message: "is unavailable: name a type of Google's consent mode:"),
    Mistake(
      name: "a number where a source belongs", text: ".purchase(value: value",
      replacement: ".purchase(value: 12.5",
      message:
        "is unavailable: say where the value comes from: '.eventData(\"value\")'; '.constant(9.5)'"),
    Mistake(
      name: "an event outside of its block", text: "GA4Client()",
      replacement: "On(\"page_view\", send: .pageview())",
      message: "an On(\"event\", send: …) entry belongs into the 'events:' block of a destination"),
    Mistake(
      name: "an event among the user data", text: "UserAgent()",
      replacement: "On(\"page_view\", send: .pageview())",
      message: "an On(\"event\", send: …) entry belongs into the 'events:' block of a destination"),
    Mistake(
      name: "a name instead of an entry", text: "On(\"page_view\", send: .pageview())",
      replacement: "\"page_view\"",
      message: "is unavailable: say what is sent: 'On(\"generate_lead\", send: .lead())'"),
    Mistake(
      name: "user data among the events", text: "On(\"page_view\", send: .pageview())",
      replacement: "IPAddress()",
      message: "match keys stand in the block before 'events:'"),
    Mistake(
      name: "a misspelt name", text: "      tikTok\n", replacement: "      tiktok\n",
      message: "cannot find 'tiktok' in scope"),
    Mistake(
      name: "another import", text: "import Tagwright\n", replacement: "import TagWright\n",
      message: "no such module 'TagWright'"),
    Mistake(
      name: "no import", text: "import Tagwright\n", replacement: "",
      message: "cannot find type 'TrackingPlan' in scope"),
    Mistake(
      name: "two plans", text: "", replacement: "",
      message: "'main' attribute can only apply to one type in a module",
      files: [
        "Second.swift":
          "import Tagwright\n@main struct Second: TrackingPlan {\n  var plan: Plan {}\n}\n"
      ]),
    Mistake(
      name: "a file called main.swift", text: "", replacement: "",
      message: "'main' attribute cannot be used in a module that contains top-level code",
      files: ["main.swift": "import Tagwright\n"]),
    Mistake(
      name: "typographic quotes", text: "\"GTM-ABC1234\"", replacement: "“GTM-ABC1234”",
      message: "unicode curly quote found, replace with '\"'"),
    Mistake(
      name: "an unknown policy", text: "consent: .required(.adStorage)",
      replacement: "consent: .requird(.adStorage)",
      message: "type 'Consent' has no member 'requird'"),
  ]

  @Test(arguments: mistakes)
  func theCompilerSaysWhatTheReadmeExplains(_ mistake: Mistake) throws {
    var (plan, values) = try newPlan()
    if !mistake.text.isEmpty {
      try #require(plan.contains(mistake.text))
      let range = try #require(plan.range(of: mistake.text))
      plan.replaceSubrange(range, with: mistake.replacement)
    }
    let files =
      [("Plan.swift", plan), ("Values.swift", values)]
      + mistake.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let errors = try TypeCheck(files).errors
    #expect(errors.contains { $0.contains(mistake.message) }, "\(errors)")
    #expect(errors.first?.contains("cannot infer contextual base") == false, "\(errors)")
  }

  /// Conditions as a plan may write them; the compiler takes each.
  @Test func conditionsOfEveryFormCompile() throws {
    let new = try newPlan()
    let forms = [
      ".anyOf(.eventData(\"a\") == \"b\", .eventData(\"c\") > 1)",
      ".client(\"GA4\"), .anyOf(.cookie(\"c\").contains(\"x\"), .allOf(.client(\"a\"), !.client(\"b\")))",
      "!.anyOf(.eventData(\"a\") != \"b\", !(.eventData(\"c\") <= 1))",
      ".anyOf([\"x\", \"y\"].map { .eventData(\"form_id\") == $0 })",
    ]
    let lines = forms.enumerated().map {
      "On(\"event_\($0)\", where: \($1), send: .custom(\"Event\($0)\"))"
    }
    let event = "On(\"generate_lead\", send: .lead(value: value, currency: currency))"
    try #require(new.plan.contains(event))
    let plan = new.plan.replacingOccurrences(of: event, with: lines.joined(separator: "\n"))
    #expect(try TypeCheck([("Plan.swift", plan), ("Values.swift", new.values)]).errors == [])
  }

  /// Value, currency and contents have one order; the products of 'viewContent' may still stand first.
  @Test func argumentsHaveOneOrder() throws {
    let new = try newPlan()
    let event = "On(\"generate_lead\", send: .lead(value: value, currency: currency))"
    let lines = [
      ".viewContent(value: value, currency: currency, contents: .items)",
      ".viewContent(contents: .items, value: value, currency: currency)",
      ".viewContent(contents: .items)",
      ".addToCart(value: value, currency: currency, contents: .items)",
      ".search(query: value, value: value, currency: currency, contents: .items)",
    ].enumerated().map { "On(\"event_\($0)\", send: \($1))" }
    try #require(new.plan.contains(event))
    let plan = new.plan.replacingOccurrences(of: event, with: lines.joined(separator: "\n"))
    #expect(try TypeCheck([("Plan.swift", plan), ("Values.swift", new.values)]).errors == [])
  }

  @Test func theManualListsTheMistakes() throws {
    let article = try Documentation.article("CompilerMessages")
    for mistake in Self.mistakes {
      #expect(article.contains(mistake.message), "\(mistake.name)")
    }
  }

  /// The two files of a new package's target.
  private func newPlan() throws -> (plan: String, values: String) {
    let temporary = try TemporaryFolder()
    _ = run([
      "init", temporary.at("my-shop"), "--tagwright", "https://example.com/tagwright.git",
    ])
    let folder = temporary.at("my-shop/Sources/MyShop")
    return (
      try String(contentsOfFile: "\(folder)/Plan.swift", encoding: .utf8),
      try String(contentsOfFile: "\(folder)/Values.swift", encoding: .utf8)
    )
  }
}
