import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct InitTests {
  let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func initialise(_ more: String...) -> Outcome {
    run(
      ["init", temporary.at("my-shop"), "--tagwright", "https://example.com/tagwright.git"] + more)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: temporary.at(path), encoding: .utf8)
  }

  /// What the compiler has against the new plan.
  private func errors() throws -> [String] {
    let names = ["Plan.swift", "Values.swift"]
    return try TypeCheck(names.map { ($0, try text("my-shop/Sources/MyShop/\($0)")) }).errors
  }

  @Test func aPackageHasAPlanARecipeForGitHubAndWhatGitIgnores() throws {
    let outcome = initialise()
    let folder = temporary.at("my-shop")
    #expect(
      outcome
        == Outcome(
          output: """
            wrote \(folder)/Package.swift
            wrote \(folder)/Sources/MyShop/Plan.swift
            wrote \(folder)/Sources/MyShop/Values.swift
            wrote \(folder)/README.md
            wrote \(folder)/AGENTS.md
            wrote \(folder)/.gitignore
            wrote \(folder)/.github/workflows/tagwright.yml

            Next: put your own ids into '\(folder)/Sources/MyShop/Plan.swift' (those there are invented), then

            cd \(folder)
            swift run my-shop generate

            'Output/README.md' then says what to import where.

            """))
    #expect(
      try text("my-shop/Package.swift").contains(
        #".package(url: "https://example.com/tagwright.git", from: "\#(Tool.version)")"#))
    #expect(try text("my-shop/.gitignore").split(separator: "\n").contains(".env"))
    #expect(
      try text("my-shop/.github/workflows/tagwright.yml").contains(
        "      - run: swift run --skip-build my-shop generate --check\n"))
  }

  /// SwiftPM refuses a package for an older macOS than that of what it depends on.
  @Test func bothManifestsAskForTheSame() throws {
    _ = initialise()
    let own = try String(
      contentsOf: URL(fileURLWithPath: #filePath).appendingPathComponent(
        "../../../../Package.swift"
      )
      .standardizedFileURL, encoding: .utf8)
    let new = try text("my-shop/Package.swift")
    for pattern in [/swift-tools-version: ([0-9.]+)/, /platforms: \[\.macOS\(\.v([0-9]+)\)\]/] {
      let (asked, needed) = (new.firstMatch(of: pattern), own.firstMatch(of: pattern))
      #expect(asked?.1 == needed?.1)
      #expect(needed != nil)
    }
  }

  /// A runner has nothing but the package: what it depends on by a path is cloned first.
  @Test func theWorkflowOfAPackageThatDependsOnAFolderGetsIt() throws {
    try temporary.write("let package = Package(name: \"tagwright\")\n", to: "a b/Package.swift")
    let outcome = run(["init", temporary.at("my-shop"), "--tagwright", temporary.at("a b")])
    #expect(
      outcome.errors.hasPrefix("note: the package depends on the folder '\(temporary.at("a b"))'"))
    let workflow = try text("my-shop/.github/workflows/tagwright.yml")
    let steps = workflow.split(separator: "\n").map { $0.drop { $0 == " " } }
    let clone = try #require(
      steps.firstIndex {
        $0.hasSuffix("git clone --depth 1 \"$TAGWRIGHT_URL\" '\(temporary.at("a b"))'")
      })
    let build = try #require(steps.firstIndex(of: "- run: swift build --product my-shop"))
    #expect(clone < build)
    _ = run(["init", temporary.at("other"), "--tagwright", "https://example.com/tagwright.git"])
    #expect(try !text("other/.github/workflows/tagwright.yml").contains("TAGWRIGHT_URL"))
  }

  @Test(.enabled(if: TypeCheck.isPossible, "there is no 'swiftc' on PATH"))
  func itsPlanCompiles() throws {
    _ = initialise()
    #expect(try errors() == [])
  }

  @Test(.enabled(if: TypeCheck.isPossible, "there is no 'swiftc' on PATH"))
  func aPlanForEveryDestinationCompiles() throws {
    #expect(
      initialise("--to", "tiktok,meta,pinterest,snapchat,reddit,linkedin").status == .success)
    #expect(try errors() == [])
    let plan = try text("my-shop/Sources/MyShop/Plan.swift")
    for secret in ["TIKTOK", "META", "PINTEREST", "SNAPCHAT", "REDDIT", "LINKEDIN"] {
      #expect(plan.contains(".secret(\"\(secret)_ACCESS_TOKEN\")"))
    }
    // Each destination by the shapes of its own calls, and what it has no event for as a proposal.
    for line in [
      "On(\"purchase\", send: .checkout(value: value, currency: currency, contents: .items, orderID: .eventData(\"transaction_id\")))",
      "On(\"add_to_cart\", send: .addCart(value: value, currency: currency, contents: .items))",
      "On(\"purchase\", send: .purchase(value: value, currency: currency, contents: .items))",
      "On(\"begin_checkout\", send: .custom(\"begin_checkout\"))",
      "// On(\"generate_lead\", send: .customEvent1())  // Snapchat has no such event; should it be sent as this?",
    ] {
      #expect(plan.contains(line), "\(line)")
    }
  }

  /// A key that a destination does not take is nowhere, so that the new plan has no warning.
  @Test(arguments: ["pinterest", "snapchat", "reddit", "linkedin"])
  func aPlanForOneDestinationHasTheKeysThatItTakes(_ word: String) throws {
    _ = initialise("--to", word)
    let plan = try text("my-shop/Sources/MyShop/Plan.swift")
    #expect(plan.contains("BrowserID()") == ["snapchat", "reddit"].contains(word))
    #expect(plan.contains("Phone(") == (word != "linkedin"))
    #expect(plan.contains("Email("))
  }

  @Test func aFolderThatHoldsSomethingIsRefused() throws {
    try temporary.write("mine", to: "my-shop/.hidden")
    let before = try temporary.content()
    let outcome = initialise()
    #expect(outcome.status == .failure)
    #expect(
      outcome.errors
        == "error: '\(temporary.at("my-shop"))' is not empty: it holds '.hidden'\n"
        + "note: name a new folder\n")
    #expect(try temporary.content() == before)
  }

  @Test func aNewRepositoryIsAnEmptyFolder() throws {
    try temporary.makeFolder("my-shop/.git")
    let outcome = initialise()
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("swift run my-shop hook install\n"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func belowTheTopOfARepositoryTheWorkflowKnowsItsFolder() throws {
    try temporary.makeFolder(".git")
    let folder = temporary.at("it's all/my-shop")
    let outcome = run(["init", folder, "--tagwright", "git@example.com:team/tagwright.git"])
    #expect(
      outcome.errors
        == "note: GitHub reads workflows at the top of a repository only: move "
        + "'\(folder)/.github/workflows/tagwright.yml' there\n")
    #expect(outcome.output.contains("cd '\(temporary.path)/it'\\''s all/my-shop'\n"))
    let workflow = try text("it's all/my-shop/.github/workflows/tagwright.yml")
    #expect(workflow.contains("        working-directory: 'it''s all/my-shop'\n"))
    #expect(workflow.contains("hashFiles('it''s all/my-shop/Package.*')"))
    #expect(
      try text("it's all/my-shop/Package.swift").contains(
        #"package: "tagwright""#))
  }

  @Test func aCheckoutIsReferredToByItsPath() throws {
    try temporary.write("let package = Package(name: \"tagwright\")\n", to: "of it/Package.swift")
    try temporary.makeFolder("of it/Sources/TagwrightPlan")
    let typed = run(["init", temporary.at("a/b"), "--tagwright", temporary.at("of it")])
    #expect(typed.status == .success)
    #expect(
      try text("a/b/Package.swift").contains(".package(path: \"\(temporary.at("of it"))\")"))
    let found = run(
      ["init", temporary.at("a/c")], workingDirectory: temporary.at("of it/Sources"))
    #expect(found.status == .success)
    #expect(try text("a/c/Package.swift").contains(".package(path: \"../../of it\")"))
    #expect(try text("a/c/Package.swift").contains("package: \"of it\""))
    let wrong = run(["init", temporary.at("d"), "--tagwright", temporary.at("a")])
    #expect(wrong.status == .failure)
    #expect(wrong.errors.hasPrefix("error: there is no 'Package.swift' in "))
    let same = run(["init", temporary.at("x/of it"), "--tagwright", temporary.at("of it")])
    #expect(same.errors.contains("cannot depend on another that is called 'of it'"))
    #expect(!FileManager.default.fileExists(atPath: temporary.at("x")))
  }

  @Test func withoutACheckoutThePlaceholderIsSaidToBeOne() throws {
    let outcome = run(["init", temporary.at("my-shop")], workingDirectory: temporary.path)
    #expect(outcome.status == .success)
    #expect(outcome.errors.hasPrefix("note: replace the placeholder in "))
    #expect(
      try text("my-shop/Package.swift").contains("url: \"https://example.com/tagwright.git\""))
  }

  @Test(arguments: [
    ("my-shop", "my-shop", "MyShop"), ("My Shop_2", "my-shop-2", "MyShop2"),
    ("shop", "shop-tracking", "ShopTracking"), ("TikTok", "tiktok-tracking", "TikTokTracking"),
    ("größe", "gr-e", "GrE"), ("2nd", "site-tracking", "SiteTracking"),
    ("日本", "site-tracking", "SiteTracking"), ("..", "site-tracking", "SiteTracking"),
    ("tagwright", "tagwright-tracking", "TagwrightTracking"),
  ])
  func namesFollowTheFolder(_ folder: String, _ product: String, _ type: String) {
    let names = PackageNames(folder: folder)
    #expect(names.product == product)
    #expect(names.type == type)
  }

  // MARK: From a list of events

  @Test func knownNamesAreMappedAndTheOthersExplained() throws {
    try temporary.write(
      """
      # Exported
      Event name,Event count
      page_view,17
      "purchase",3
      page_view,2

      add_to_card,1
      quote_requested
      session_start
      CompletePayment\t4
      search;5
      view_search_results
      form_submit
      """, to: "events.csv")
    #expect(initialise("--from-events", temporary.at("events.csv")).status == .success)
    let plan = try text("my-shop/Sources/MyShop/Plan.swift")
    let map = plan.split(separator: "\n").filter { $0.contains("On(") }
      .map { $0.drop { $0 == " " } }
    let expected = #"""
      On("page_view", send: .pageview())
      On("purchase", send: .purchase(value: value, currency: currency, contents: .items, orderID: .eventData("transaction_id")))
      // On("add_to_card", send: .addToCart(value: value, currency: currency, contents: .items))  // did you mean 'add_to_cart'?
      On("quote_requested", send: .custom("quote_requested"))
      // On("session_start", send: .custom("session_start"))  // GA4 sends it by itself; it is not a conversion
      // On("purchase", send: .purchase(value: value, currency: currency, contents: .items, orderID: .eventData("transaction_id")))  // 'CompletePayment' is TikTok's name; does 'purchase' arrive?
      On("search", send: .search(query: .eventData("search_term")))
      // On("view_search_results", send: .search(query: .eventData("search_term")))  // 'search' is sent as this already
      // On("form_submit", send: .custom("form_submit"))  // GA4 sends it for every form; 'generate_lead' says that it was a lead
      """#
    #expect(map.joined(separator: "\n") == expected)
  }

  /// What Google Analytics exports in several languages: which names are read, and what is skipped.
  @Test(arguments: [
    ("Ereignisname,Ereignisanzahl\npurchase,3\nsearch,1", ["1: 'Ereignisname' is a heading"]),
    (
      "Nom de l'événement;Nombre\r\npurchase;\"1 234,5\"\r\nsearch;2",
      ["1: 'Nom de l\u{27}événement' is a heading"]
    ),
    (
      "\u{FEFF}# x\n\"イベント名\",\"イベント数\"\n\"purchase\",\"1,234\"\nsearch,2",
      ["2: 'イベント名' is a heading"]
    ),
    (
      "イベント名\tx\npurchase\t3\nsearch\t1\nGesamt\t4",
      ["1: 'イベント名' is a heading", "4: 'Gesamt' is a total"]
    ),
    ("purchase,3\nsearch,4\nkaikki,7", ["3: 'kaikki' is a total"]),
    ("purchase,3\nsearch,1", []),
    ("purchase,a sale\nsearch,a search", []),
    ("purchase\nsearch", []),
    ("Ereignisname\npurchase\nsearch\n", ["1: 'Ereignisname' is a heading"]),
    (",12\n\n#\npurchase,\nsearch", []),
  ])
  func headingsAndTotalsOfAnyLanguageAreSkipped(_ list: String, _ skipped: [String]) throws {
    let names = try EventNames(reading: Array(list.utf8), file: "e.csv")
    #expect(names.names == ["purchase", "search"])
    #expect(names.skipped == skipped.map { "e.csv:\($0)" })
  }

  @Test func whatIsSkippedIsSaid() throws {
    try temporary.write("Ereignisname,Anzahl\nview_item_list,4\nlogin,3\n", to: "events.csv")
    let outcome = initialise("--from-events", temporary.at("events.csv"))
    #expect(
      outcome.errors
        == "note: skipped \(temporary.at("events.csv")):1: 'Ereignisname' is a heading\n")
    let plan = try text("my-shop/Sources/MyShop/Plan.swift")
    #expect(
      plan.contains(
        "// On(\"view_item_list\", send: .custom(\"view_item_list\"))  // TikTok has no such"))
    #expect(plan.contains("// On(\"login\", "))
  }

  /// Lists in every shape that exports have, made at random: the names come back, and nothing else.
  @Test func whateverShapeAListHasItsNamesAreRead() throws {
    var random = SeededGenerator(seed: 29)
    let headings = ["Ereignisname", "Event name", "Nombre del evento", "Название события", "活动名称"]
    for _ in 0..<3_000 {
      let separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
      let isQuoted = Bool.random(using: &random)
      func field(_ text: String) -> String { isQuoted ? "\"\(text)\"" : text }
      let count = Int.random(in: 3...9, using: &random)
      let names = (0..<count).map { "event_\($0)" }
      let counts = names.map { _ in Int.random(in: 1...900, using: &random) }
      var lines = zip(names, counts).map { field($0) + separator + field("\($1)") }
      var skipped = 0
      if Bool.random(using: &random) {
        lines.append(field("Всего") + separator + field("\(counts.reduce(0, +))"))
        skipped += 1
      }
      if Bool.random(using: &random) {
        lines.insert(
          field(headings.randomElement(using: &random) ?? "") + separator + field("n / a"), at: 0)
        skipped += 1
      }
      if Bool.random(using: &random) { lines.insert("# exported", at: 0) }
      let isDouble = counts.contains { $0 * 2 == counts.reduce(0, +) }
      let newline = Bool.random(using: &random) ? "\r\n" : "\n"
      let mark = Bool.random(using: &random) ? "\u{FEFF}" : ""
      let text = mark + lines.joined(separator: newline) + newline
      let read = try EventNames(reading: Array(text.utf8), file: "e")
      if isDouble { continue }
      #expect(read.names == names, "\(text)")
      #expect(read.skipped.count == skipped, "\(text)")
    }
  }

  @Test(.enabled(if: TypeCheck.isPossible, "there is no 'swiftc' on PATH"))
  func whateverTheNamesAreThePlanCompiles() throws {
    let hostile = [
      "\"", "\\", "\\(fatalError())", "\") } */ }", "*/", "/*", "\u{202E}evil\u{2028}x",
      "a\u{301}b",
      "\"\"\"", "#\"", "_private", "1st", "add to cart", "purchase\u{200B}", "日本", "`x`",
      String(repeating: "x", count: 400), "\u{7}bell", "'",
    ]
    let plain = (1...45).map { "custom_event_\($0)" }
    let known = ["page_view", "purchase", "generate_lead", "sign_up", "view_item", "contact"]
    let names = hostile + plain + known
    let fields = names.map { name in
      let doubled = name.replacingOccurrences(of: "\"", with: "\"\"")
      return "\"\(doubled)\",1"
    }
    try temporary.write(fields.joined(separator: "\r\n"), to: "events.csv")
    let outcome = initialise("--from-events", temporary.at("events.csv"))
    #expect(outcome.status == .success, "\(outcome.errors)")
    let plan = try text("my-shop/Sources/MyShop/Plan.swift")
    #expect(try errors() == [])
    #expect(!plan.unicodeScalars.contains { ["\u{202E}", "\u{7}", "\u{200B}"].contains($0) })
    #expect(plan.components(separatedBy: "send: .custom(\"custom_event_").count == 46)
  }

  @Test(arguments: [
    ("", "names no event"), ("# nothing\n\n", "names no event"), ("Event name\n", "names no event"),
    ((0...1_000).map { "e\($0)" }.joined(separator: "\n"), "names 1001 events"),
    ("a\0b", "is not text in UTF-8"), ("\n\nTOKEN=1", "events.txt:3: there is a '=' on the line"),
  ])
  func aListThatIsNoneIsRefusedBeforeAnythingIsWritten(_ list: String, _ message: String) throws {
    try temporary.write(list, to: "events.txt")
    let outcome = initialise("--from-events", temporary.at("events.txt"))
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains(message))
    #expect(!FileManager.default.fileExists(atPath: temporary.at("my-shop")))
    #expect(initialise("--from-events", temporary.at("missing")).status == .failure)
  }
}
