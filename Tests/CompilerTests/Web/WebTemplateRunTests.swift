import CustomTemplate
import SandboxedJS
import TagwrightPlan
import Testing

/// The web templates, run on a page, under the permissions that they declare.
@Suite struct WebTemplateRunTests {
  private static let plans: [(String, WebPlan)] = [
    ("generated", WebPlan()), ("installed", WebPlan(pixel: .installed)),
    ("without totals", WebPlan(missingValue: .leaveOut)),
    (
      "with conditions",
      WebPlan(events: {
        On(
          "search", where: .eventData("plan") == "basic", .urlParameter("ref") == "mail",
          send: .search(query: .eventData("search_term")))
      })
    ),
    ("without a phone", WebPlan(userData: { Email(.eventData("user_data.email_address")) })),
  ]

  @Test("the scenarios that web templates carry pass", arguments: plans.map(\.0))
  func scenarios(name: String) throws {
    let plan = try #require(Self.plans.first { $0.0 == name }?.1)
    for name in try plan.names("customTemplate") {
      let result = TemplateSuite(try plan.template(name), coversLines: true).run()
      #expect(result.passed >= 1)
      for scenario in result.results { #expect(scenario.outcome == .passed, "\(scenario.name)") }
    }
  }

  private static func run(
    _ document: TemplateDocument, data: ScriptValue, page: WebPage, seed: UInt64 = 1,
    permissions: [TemplatePermission]? = nil
  ) throws -> TemplateRun {
    TemplateRun(
      try CompiledScript(template: document.template.code), kind: document.template.scriptKind,
      data: data, environment: Environment(randomSeed: seed, page: page),
      permissions: PermissionPolicy(webPermissions: permissions ?? document.template.permissions))
  }

  @Test("an event's id is the same for all its tags, and another for the next event or page")
  func eventIDs() throws {
    let document = try WebPlan().template("Event Id")
    var page = WebPage(dataLayer: ["gtm": ["uniqueEventId": 4]])
    func id(_ page: inout WebPage, seed: UInt64 = 1, order: ScriptValue = .undefined) throws
      -> ScriptValue
    {
      let run = try Self.run(document, data: ["order": order], page: page, seed: seed)
      page.window = run.record.page.window
      guard case .returned(let value) = run.outcome else { return .undefined }
      return value
    }
    let first = try id(&page)
    #expect(first.text?.isEmpty == false)
    #expect(try id(&page, seed: 2) == first)
    page.dataLayer = ["gtm": ["uniqueEventId": 5]]
    #expect(try id(&page, seed: 3) != first)
    var other = WebPage(dataLayer: ["gtm": ["uniqueEventId": 4]])
    #expect(try id(&other, seed: 4) != first)
    #expect(try id(&other, order: "T-1") == "T-1")
  }

  private static let data: ScriptValue = [
    "pixel_code": "D6AP4E3C77U3L7SP8O7G", "event": "Purchase", "event_id": "id-1",
    "person": [["name": "email", "value": "alice@example.com"]],
    "properties": [["name": "value", "type": "number", "value": "5"]],
  ]

  @Test("a pixel on the page is called with the id as third argument")
  func installed() throws {
    let document = try WebPlan(pixel: .installed).template("TikTok Pixel")
    let page = WebPage(functions: ["ttq.track", "ttq.identify"])
    let run = try Self.run(document, data: Self.data, page: page)
    #expect(run.signal == .success)
    #expect(
      run.record.page.calls == [
        PageRecord.Call(path: "ttq.identify", arguments: [["email": "alice@example.com"]]),
        PageRecord.Call(
          path: "ttq.track",
          arguments: [
            "Purchase", ["value": 5],
            ["pixel_code": "D6AP4E3C77U3L7SP8O7G", "event_id": "id-1"],
          ]),
      ])
    #expect(try Self.run(document, data: Self.data, page: WebPage()).signal == .failure)
  }

  @Test("a generated pixel queues calls until its library has come, and loads that once")
  func generated() throws {
    let document = try WebPlan().template("TikTok Pixel")
    let run = try Self.run(document, data: Self.data, page: WebPage())
    #expect(run.signal == .success)
    let queue = run.record.page.window["ttq"]
    #expect(
      queue == [
        ["identify", ["email": "alice@example.com"]],
        [
          "track", "Purchase", ["value": 5],
          ["pixel_code": "D6AP4E3C77U3L7SP8O7G", "event_id": "id-1"],
        ],
      ])
    #expect(run.record.page.window["TiktokAnalyticsObject"] == "ttq")
    #expect(
      run.record.page.scripts == [
        "https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=D6AP4E3C77U3L7SP8O7G&lib=ttq"
      ])
    let blocked = try Self.run(
      document, data: Self.data, page: WebPage(loads: { _ in false }))
    #expect(blocked.signal == .failure)
  }

  @Test("a web template declares no permission that it can do without")
  func leastPrivilege() throws {
    for origin in [Pixel.Origin.installed, .generated] {
      let plan = WebPlan(pixel: origin)
      let pages = [WebPage(functions: ["ttq.track", "ttq.identify"]), WebPage()]
      for name in try plan.names("customTemplate") {
        let document = try plan.template(name)
        let declared = document.template.permissions
        for index in declared.indices {
          for narrowed in declared[index].narrowed {
            var permissions = declared
            permissions[index] = narrowed
            let denied = try pages.contains { page in
              var page = page
              page.dataLayer = ["gtm": ["uniqueEventId": 4]]
              let run = try Self.run(
                document, data: Self.data, page: page, permissions: permissions)
              if case .failed = run.outcome { return true }
              return false
            }
            #expect(denied, "\(name): \(narrowed.publicID)")
          }
        }
      }
    }
  }
}

extension TemplatePermission {
  /// The permission without one of the things that it allows, for each of them.
  fileprivate var narrowed: [TemplatePermission] {
    parameters.indices.flatMap { index -> [TemplatePermission] in
      guard case .list(let items) = parameters[index].value else { return [] }
      return items.indices.flatMap { item -> [TemplatePermission] in
        var rows = items
        guard case .map(let entries) = items[item] else {
          rows.remove(at: item)
          return [with(.list(rows), at: index)]
        }
        return entries.indices.filter { entries[$0].value == .boolean(true) }.map { entry in
          var changed = entries
          changed[entry] = .init(entries[entry].key, .boolean(false))
          rows[item] = .map(changed)
          return with(.list(rows), at: index)
        }
      }
    }
  }

  private func with(_ value: PermissionValue, at index: Int) -> TemplatePermission {
    var copy = self
    copy.parameters[index].value = value
    return copy
  }
}
