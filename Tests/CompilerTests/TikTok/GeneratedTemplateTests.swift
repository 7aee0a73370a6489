import CustomTemplate
import JSONText
import SandboxedJS
import TagManager
import TagwrightPlan
import Testing

/// What every generated template has: scenarios that pass, no permission too many, code that Tag Manager accepts.
@Suite struct GeneratedTemplateTests {
  /// Plans that differ in everything that changes a template.
  private static let plans = Result {
    try optionSets.flatMap { try RunningContainer.arranged($0) } + smallPlans()
  }

  private static var optionSets: [TestOptions] {
    var strict = TestOptions()
    strict.consent = .required(.adStorage)
    strict.testEventCode = .secret("TOKEN")
    strict.limitedDataUse = .from(.eventData("ldu"))
    var lenient = TestOptions()
    lenient.consent = .required(.analyticsStorage, .adUserData, whenMissing: .granted)
    lenient.limitedDataUse = .on
    lenient.clientHints = nil
    lenient.missingValue = .leaveOut
    lenient.outcome = .optimistic
    lenient.logging = .always
    lenient.countryCode = nil
    var silent = TestOptions()
    silent.logging = .never
    silent.countryCode = "39"
    return [TestOptions(), strict, lenient, silent]
  }

  /// Plans without most of what a plan can have.
  private static func smallPlans() throws -> [RunningContainer] {
    var plans: [RunningContainer] = []
    for (layout, style) in TestOptions.arrangements {
      func add(_ mapping: On<TikTok.Event>, @MatchKeyBuilder _ keys: () -> [MatchKey] = { [] })
        throws
      {
        plans.append(
          try RunningContainer(
            TestPlan.small(mapping, sources: style, layout: layout, userData: keys)))
      }
      try add(.page)
      try add(
        On(
          "a'b\\c",
          send: .custom(
            "It's \"mine\"", properties: [.custom("x'y", .eventData("it's.\"here\"\\\u{2028}"))]))
      )
      try add(
        On(
          "lead", send: .lead(value: .constant(25), currency: .constant("EUR")),
          consent: .required(.adPersonalization))
      ) {
        Email(sha256: .eventData("digest"))
        Phone(sha256: .cookie("digest"), defaultCountryCode: nil)
        ClickID(.cookie("ttclid"), keptInCookieFor: .days(1))
        BrowserID(.requestHeader("x-ttp"))
      }
      try add(
        On(
          "items",
          send: .custom("Items", contents: .items(from: .cookie("items"), type: .productGroup))))
      try add(
        On(
          "tables",
          send: .custom(
            "Tables", properties: [.custom("t", table), .custom("u", .urlParameter("u"))])))
    }
    return plans
  }

  private static let table = Source.lookupTable("Table", of: .urlParameter("u"), ["a": "b"])

  private static func templates() throws -> [CustomTemplate] {
    var seen: Set<CustomTemplate> = []
    return try plans.get().flatMap {
      $0.templates.values.sorted { $0.info.displayName < $1.info.displayName }
    }
    .filter { seen.insert($0).inserted }
  }

  @Test func everyScenarioPasses() throws {
    var count = 0
    for template in try Self.templates() {
      let suite = try ScenarioSuite(
        template: CompiledScript(template: template.code),
        kind: template.info.kind == .variable ? .variable : .tag,
        setup: template.setup ?? "")
      for scenario in template.scenarios {
        let outcome = suite.run(scenario.code).outcome
        #expect(outcome == .passed, "\(template.info.displayName): \(scenario.name)")
        count += 1
      }
    }
    #expect(count > 500)
  }

  @Test(.enabled(if: NodeSandbox.isInstalled, "node is not on PATH"))
  func everyScenarioPassesInAnotherEngine() throws {
    let templates = try Self.templates()
    for (template, results) in zip(templates, try NodeSandbox.scenarioResults(of: templates)) {
      #expect(results.count == template.scenarios.count)
      for (scenario, result) in zip(template.scenarios, results) {
        #expect(result.prefix(300) == "", "\(template.info.displayName): \(scenario.name)")
      }
    }
  }

  @Test func scenariosCoverMappingConsentHashingAndErrors() throws {
    let container = try #require(Self.plans.get().dropFirst(4).first)
    let ofTag = ["TikTok Purchase (purchase)", "TikTok User Data", "Consent to ad_storage"]
    let names = container.templates.values.filter { ofTag.contains($0.info.displayName) }
      .flatMap { $0.scenarios.map(\.name) }
    for part in [
      "Sends Purchase", "Stops unless the variable for consent", "Follows every signal",
      "the plan where it says nothing", "Hashes once",
      "Fails without a token", "another code than 0", "does not answer", "preview pages",
      "wrong form",
    ] {
      #expect(names.contains { $0.contains(part) }, "\(part)")
    }
  }

  @Test func thePermissionsAreThoseThatTheCodeNeedsAndNoMore() throws {
    for template in try Self.templates() {
      let needs = try Program(parsing: template.code).permissionNeeds()
      #expect(
        declared(template) == Set(needs.compactMap(Self.text)), "\(template.info.displayName)")
      #expect(!needs.contains { $0.access == nil }, "\(template.info.displayName)")
    }
  }

  /// What a need stands for, as a permission that names it; `any` where it names nothing.
  private static func text(_ need: PermissionNeed) -> String? {
    func name(_ text: KnownText) -> String { text.exact ?? "any" }
    switch need.access {
    case .log: return "logging"
    case .eventData(let path): return "event data \(name(path))"
    case .http(let url): return "http \(name(url))"
    case .readCookie(let cookie): return "get cookie \(name(cookie))"
    case .setCookie(let cookie): return "set cookie \(name(cookie.name))"
    case .request(.header(let header)): return "header \(name(header))"
    case .request(.queryParameter(let parameter)): return "query parameter \(name(parameter))"
    default: return "any \(need.permission.rawValue)"
    }
  }

  private func declared(_ template: CustomTemplate) -> Set<String> {
    var texts: Set<String> = []
    for permission in template.permissions {
      switch permission.publicID {
      case "logging": texts.insert("logging")
      case "read_event_data":
        texts.formUnion((permission.texts("keyPatterns") ?? ["any"]).map { "event data \($0)" })
      case "send_http": texts.formUnion((permission.texts("urls") ?? ["any"]).map { "http \($0)" })
      case "get_cookies":
        texts.formUnion((permission.texts("cookieNames") ?? ["any"]).map { "get cookie \($0)" })
      case "set_cookies":
        texts.formUnion(
          (permission.texts("allowedCookies", column: "name") ?? ["any"]).map { "set cookie \($0)" }
        )
      case "read_request":
        #expect(permission["requestAccess"]?.text == "specific")
        texts.formUnion(
          (permission.texts("headerWhitelist", column: "headerName") ?? []).map { "header \($0)" })
        texts.formUnion(
          (permission.texts("queryParameterWhitelist", column: "queryParameter") ?? []).map {
            "query parameter \($0)"
          })
      default: texts.insert("any \(permission.publicID)")
      }
    }
    return texts
  }

  @Test func everyScenarioHasANameThatTagManagerTakes() throws {
    for template in try Self.templates() + Self.webTemplates() {
      for scenario in template.scenarios {
        #expect(scenario.hasSuitableName, "\(scenario.name)")
      }
    }
  }

  @Test func everyPatternMeansTheSameInRE2AndInJavaScript() throws {
    var patterns: Set<String> = []
    for template in try Self.templates() + Self.webTemplates() {
      // Rows of regex tables are patterns for 'createRegex', which is RE2's alone.
      for line in template.code.split(separator: "\n") where !line.contains("lookupRegex(") {
        patterns.formUnion(Self.literals(String(line)).filter(Self.isPattern))
      }
    }
    #expect(patterns.count > 15)
    for pattern in patterns {
      let difference = PortablePattern.difference(in: pattern)
      #expect(difference == nil, "\(pattern)")
    }
  }

  private static func webTemplates() throws -> [CustomTemplate] {
    let plan = WebPlan()
    return try plan.names("customTemplate").map { try plan.template($0).template }
  }

  /// What looks like a pattern among the texts of a template's code.
  private static func isPattern(_ text: String) -> Bool {
    // A quotation mark stands in names of events and members alone.
    guard !text.contains("\"") else { return false }
    return text.hasPrefix("^") || text.contains("[") && text.contains("]") || text.contains("\\")
  }

  /// The texts in quotes.
  private static func literals(_ line: String) -> [String] {
    line.matches(of: /'((?:[^'\\]|\\.)*)'/).map { match in
      var text = String(match.1)
      text.replace(/\\u([0-9a-fA-F]{4})/) { found in
        UInt32(found.1, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
      }
      text.replace(/\\[nt]/, with: " ")
      return text.replacing(/\\(.)/) { String($0.1) }
    }
  }

  @Test func theCodeIsWhatTagManagersEditorAccepts() throws {
    for template in try Self.templates() {
      let check = ScriptCheck(
        try Program(parsing: template.code),
        kind: template.info.kind == .variable ? .variable : .tag,
        permissions: Set(template.permissions.map(\.publicID)))
      #expect(check.findings() == [], "\(template.info.displayName)")
    }
  }

  @Test func aFileIsReadAndWrittenAgainUnchanged() throws {
    for container in try Self.plans.get() {
      for entity in container.version.customTemplates {
        #expect(
          try TemplateDocument.read(entity.templateData, file: "a").template.text
            == entity.templateData)
      }
    }
  }
}
