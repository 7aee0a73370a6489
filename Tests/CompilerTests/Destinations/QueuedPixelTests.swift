import Compiler
import CustomTemplate
import Diagnostics
import JSONText
import SandboxedJS
import Simulator
import TagwrightPlan
import Testing

/// The pixels whose function queues calls: what their tags leave on a page and call there.
@Suite struct QueuedPixelTests {
  /// What is documented of a pixel.
  struct Tested: Sendable, CustomTestStringConvertible {
    let destination: TestedDestination
    let function: String
    let library: String
    /// The globals of the window that its tag may touch.
    let globals: Set<String>
    /// The field of its account, and what the page has of it.
    let account: (field: String, value: String)
    let event: String
    /// The calls that initialise it, without a person and with one.
    let initialising: [ScriptValue]
    let person: (rows: ScriptValue, call: ScriptValue)?
    /// The call for a purchase with an id, and for one with its values.
    let call: ScriptValue
    let purchase: ScriptValue

    var testDescription: String { destination.name }
  }

  private static let globals: Set<String> = ["tagwrightPixels"]
  private static let digest = "ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"
  private static let snapID: ScriptValue = "bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11"

  static let all = [
    Tested(
      destination: .pinterest, function: "pintrk",
      library: "https://s.pinimg.com/ct/core.js",
      globals: globals.union(["pintrk", "pintrk.queue", "pintrk.queue.push"]),
      account: ("tag_id", "2612345678901"), event: "checkout",
      initialising: [["load", "2612345678901", [:]], ["page"]],
      person: (
        [["name": "em", "value": " Alice@Example.com"]],
        ["load", "2612345678901", ["em": "alice@example.com"]]
      ), call: ["track", "checkout", ["event_id": "T-1"]],
      purchase: [
        "track", "checkout",
        [
          "value": 59.98, "currency": "EUR", "order_id": "T-1", "order_quantity": 2,
          "line_items": [
            [
              "product_id": "SKU-1", "product_name": "Tee", "product_category": "Apparel",
              "product_price": 29.99, "product_quantity": 2,
            ]
          ], "event_id": "T-1",
        ],
      ]),
    Tested(
      destination: .snapchat, function: "snaptr",
      library: "https://sc-static.net/scevent.min.js",
      globals: globals.union([
        "snaptr", "snaptr.queue", "snaptr.queue.push", "snaptr.handleRequest.apply",
      ]), account: ("pixel_id", "bb1b0d7c-2c7c-4b7e-9d6a-0f2f5f0a1c11"), event: "PURCHASE",
      initialising: [["init", snapID, [:]]],
      person: (
        [
          ["name": "user_email", "value": .string(digest.uppercased())],
          ["name": "user_phone_number", "value": "0171 3920012"],
        ],
        [
          "init", snapID,
          ["user_hashed_email": .string(digest), "user_phone_number": "491713920012"],
        ]
      ), call: ["track", "PURCHASE", ["client_dedup_id": "T-1"]],
      purchase: [
        "track", "PURCHASE",
        [
          "price": 59.98, "currency": "EUR", "transaction_id": "T-1", "item_ids": ["SKU-1"],
          "number_items": 2, "client_dedup_id": "T-1",
        ],
      ]),
    Tested(
      destination: .reddit, function: "rdt",
      library: "https://www.redditstatic.com/ads/pixel.js",
      globals: globals.union([
        "rdt", "rdt.callQueue", "rdt.callQueue.push", "rdt.sendEvent.apply",
      ]), account: ("pixel_id", "a2_abc123def456"), event: "Purchase",
      initialising: [["init", "a2_abc123def456", ["useDecimalCurrencyValues": true]]],
      person: (
        [
          ["name": "email", "value": "Al.Ice+shop@Example.com"],
          ["name": "externalId", "value": "user-4711x"],
        ],
        [
          "init", "a2_abc123def456",
          [
            "email": "alice@example.com", "externalId": "user-4711x",
            "useDecimalCurrencyValues": true,
          ],
        ]
      ), call: ["track", "Purchase", ["conversionId": "T-1"]],
      purchase: [
        "track", "Purchase",
        [
          "value": 59.98, "currency": "EUR", "itemCount": 2,
          "products": [["id": "SKU-1", "name": "Tee", "category": "Apparel"]],
          "conversionId": "T-1",
        ],
      ]),
    Tested(
      destination: .linkedIn, function: "lintrk",
      library: "https://snap.licdn.com/li.lms-analytics/insight.min.js",
      globals: globals.union([
        "lintrk", "lintrk.q", "lintrk.q.push", "_linkedin_partner_id",
        "_linkedin_data_partner_ids",
      ]), account: ("partner_id", "1234567"), event: "77", initialising: [], person: nil,
      call: ["track", ["event_id": "T-1", "conversion_id": 77]],
      purchase: ["track", ["event_id": "T-1", "conversion_id": 77]]),
  ]

  private static func plan(
    _ tested: [Tested], _ origin: Pixel.Origin = .generated,
    _ options: DestinationTestOptions = .init(limitedDataUse: .off)
  ) -> Plan {
    let server = ServerContainer("Shop", publicID: "GTM-SERVER") {
      GA4Client()
      GA4Tag(measurementID: "G-ABC1234567")
      for one in tested { one.destination.plan(options) }
    }
    return Plan(
      serverContainers: [server],
      webContainers: [
        WebContainer(
          "Shop", publicID: "GTM-WEBSITE", sendingTo: server, at: "https://sgtm.example.com",
          pixel: Pixel(origin))
      ])
  }

  private static func template(
    _ tested: Tested, _ origin: Pixel.Origin = .generated,
    _ options: DestinationTestOptions = .init(limitedDataUse: .off)
  ) throws -> TemplateDocument {
    try WebPlan(plan([tested], origin, options)).template("\(tested.destination.name) Pixel")
  }

  private static func data(
    _ tested: Tested, properties: ScriptValue = [], person: ScriptValue = [],
    _ more: [ScriptValue.Member] = []
  ) -> ScriptValue {
    .object(
      [
        .init(tested.account.field, .string(tested.account.value)),
        .init("event", .string(tested.event)), .init("event_id", "T-1"),
        .init("properties", properties), .init("person", person),
      ] + more)
  }

  private static let order: ScriptValue = [
    [
      "name": "contents", "type": "contents",
      "value": [
        [
          "item_id": "SKU-1", "item_name": "Tee", "item_category": "Apparel", "price": "29.99",
          "quantity": 2,
        ]
      ],
    ], ["name": "value", "type": "number", "value": "59.98"],
    ["name": "currency", "type": "currency", "value": "eur"],
    // A word that many orders have is no number of one.
    ["name": "order_id", "type": "id", "value": "None"],
    ["name": "order_id", "type": "id", "value": "T-1"],
  ]

  private static func run(
    _ document: TemplateDocument, _ data: ScriptValue, _ page: WebPage
  ) throws -> TemplateRun {
    TemplateRun(
      try CompiledScript(template: document.template.code), kind: document.template.scriptKind,
      data: data, environment: Environment(randomSeed: 1, page: page),
      permissions: PermissionPolicy(webPermissions: document.template.permissions))
  }

  /// The calls on a page that has the pixel's function.
  private static func calls(_ run: TemplateRun) -> [ScriptValue] {
    run.record.page.calls.map { .array($0.arguments) }
  }

  private static func page(_ tested: Tested) -> WebPage {
    WebPage(functions: [tested.function])
  }

  @Test(
    "an event is called by the pixel's own names, with the id where the pixel looks for it",
    arguments: all)
  func calls(_ tested: Tested) throws {
    let document = try Self.template(tested)
    let plain = try Self.run(document, Self.data(tested), Self.page(tested))
    #expect(Self.calls(plain) == tested.initialising + [tested.call])
    let order = try Self.run(document, Self.data(tested, properties: Self.order), Self.page(tested))
    #expect(Self.calls(order).last == tested.purchase)
    guard let person = tested.person else { return }
    let known = try Self.run(document, Self.data(tested, person: person.rows), Self.page(tested))
    #expect(Self.calls(known).first == person.call)
  }

  @Test(
    "a page without the pixel gets its library and a queue, a second tag neither", arguments: all)
  func loads(_ tested: Tested) throws {
    let document = try Self.template(tested)
    let first = try Self.run(document, Self.data(tested), WebPage())
    #expect(first.signal == .success)
    #expect(first.record.page.scripts == [tested.library])
    var page = Self.page(tested)
    page.window = first.record.page.window
    page.functions = Self.page(tested).functions
    let second = try Self.run(document, Self.data(tested), page)
    #expect(second.record.page.scripts.isEmpty)
    #expect(Self.calls(second) == [tested.call])
    let blocked = try Self.run(document, Self.data(tested), WebPage(loads: { _ in false }))
    #expect(blocked.signal == .failure)
  }

  @Test(
    "a pixel of the page is called and neither initialised nor told who the visitor is",
    arguments: all)
  func installed(_ tested: Tested) throws {
    let document = try Self.template(tested, .installed)
    let person = tested.person?.rows ?? []
    let run = try Self.run(document, Self.data(tested, person: person), Self.page(tested))
    #expect(run.signal == .success)
    #expect(Self.calls(run) == [tested.call])
    #expect(try Self.run(document, Self.data(tested), WebPage()).signal == .failure)
    #expect(!document.template.permissions.contains { $0.publicID == "inject_script" })
  }

  @Test("permissions are the library's address and the pixel's globals", arguments: all)
  func permissions(_ tested: Tested) throws {
    let permissions = try Self.template(tested).template.permissions
    let inject = try #require(permissions.first { $0.publicID == "inject_script" })
    #expect(inject.texts("urls") == [tested.library])
    let access = try #require(permissions.first { $0.publicID == "access_globals" })
    #expect(Set(access.texts("keys", column: "key") ?? []) == tested.globals)
    #expect(Set(permissions.map(\.publicID)) == ["access_globals", "inject_script"])
  }

  @Test("scenarios pass for every way of loading and every setting", arguments: all)
  func scenarios(_ tested: Tested) throws {
    for origin in [Pixel.Origin.generated, .installed] {
      for use in [LimitedDataUse.off, .on, .from(.eventData("ldu"))] {
        let document = try Self.template(tested, origin, .init(limitedDataUse: use))
        for scenario in TemplateSuite(document, coversLines: true).run().results {
          #expect(scenario.outcome == .passed, "\(scenario.name)")
        }
      }
    }
  }

  @Test(
    "Reddit's pixel limits its processing where the plan says so; an event of one's own is 'Custom'"
  )
  func reddit() throws {
    let tested = try #require(Self.all.first { $0.destination.name == "Reddit" })
    let limits: ScriptValue = [
      "useDecimalCurrencyValues": true, "dpm": "LDU", "dpcc": "US", "dprc": "US-CA",
    ]
    func settings(_ use: LimitedDataUse, _ value: ScriptValue = .undefined) throws -> ScriptValue? {
      let document = try Self.template(tested, .generated, .init(limitedDataUse: use))
      let data = Self.data(tested, [.init("data_processing_options", value)])
      return Self.calls(try Self.run(document, data, Self.page(tested))).first
    }
    let asked = LimitedDataUse.from(.eventData("ldu"))
    #expect(try settings(.on) == ["init", "a2_abc123def456", limits])
    #expect(try settings(asked, "true") == ["init", "a2_abc123def456", limits])
    #expect(try settings(asked, "false") == tested.initialising[0])
    #expect(try settings(.off) == tested.initialising[0])
  }

  /// A visit that gives or refuses consent.
  private static func visit(_ consent: ScriptValue) -> BrowserVisit {
    BrowserVisit(
      url: "https://www.example.com/",
      headers: [
        NamedText("user-agent", "Mozilla/5.0"), NamedText("x-forwarded-for", "203.0.113.7"),
      ], consent: .object(ConsentCode.types.map { .init($0, consent) }),
      pushes: ["generate_lead", "purchase", "begin_checkout"].map { name in
        [
          "event": .string(name), "user_data": ["email_address": "alice@example.com"],
          "ecommerce": [
            "transaction_id": "T-1", "value": 5, "currency": "EUR",
            "items": [["item_id": "A", "price": 5, "quantity": 1]],
          ],
        ]
      })
  }

  @Test("both halves of all four meet under one id, and nothing is called without consent")
  func bothHalves() throws {
    let plan = Self.plan(
      Self.all, .generated, .init(consent: .required(.adStorage), limitedDataUse: .off))
    let compilation = Compilation(plan, name: "Test")
    #expect(
      compilation.diagnostics.filter { $0.severity == .error }.isEmpty,
      "\(compilation.diagnostics.map(\.message))")
    let pair = try #require(compilation.pairs.first)
    let halves = try BrowserAndServer(web: pair.web, server: pair.server)
    let verdicts = halves.run([Self.visit("granted")]).flatMap(\.verdicts)
    let rules = verdicts.filter { !$0.isShared || $0.count != 1 }.map(\.text)
    // LinkedIn's events of this plan without a rule for the pixel come from the server alone.
    #expect(rules.allSatisfy { $0.contains("LinkedIn counts 1 10401") }, "\(rules)")
    #expect(Set(verdicts.filter(\.isShared).map(\.service)).count == 4)
    let refused = halves.run([Self.visit("denied")])
    #expect(refused.flatMap(\.event.page.tags).allSatisfy { $0.effects.calls.isEmpty })
  }

  @Test(
    "an event without a rule for the pixel, and limits that a pixel does not learn of, are warned of"
  )
  func warnings() throws {
    let plan = Self.plan(Self.all, .generated, .init(limitedDataUse: .on))
    let warned = Compilation(plan, name: "Test").diagnostics.filter {
      $0.rule == "unsupported-pixel"
    }.map(\.message)
    #expect(warned.filter { $0.contains("does not call the pixel for") }.count == 2)
    #expect(warned.filter { $0.hasPrefix("limited data use") }.count == 2)
    #expect(warned.count == 4, "\(warned)")
  }

  @Test("names of pixels are those of the server's events for the contract, too")
  func contract() throws {
    let plan = Self.plan(
      Self.all, .generated, .init(consent: .required(.adStorage), limitedDataUse: .off))
    let contract = Contract(try #require(Compilation(plan, name: "Test").pairs.first))
    let errors = contract.findings.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message))")
    #expect(contract.services == ["Pinterest", "Snapchat", "Reddit", "LinkedIn"])
  }
}
