import CustomTemplate
import SandboxedJS
import Testing

/// Web templates: their permissions as they are written and asked, and the scenarios of public ones.
@Suite struct WebTemplateTests {
  @Test("what a web template may do is written and read as Tag Manager does")
  func permissions() throws {
    let template = CustomTemplate(
      kind: .variable, side: .web, displayName: "Id", description: "", code: "return 1;\n",
      permissions: [
        .accessGlobals([.init("page.id", reads: true, writes: true), .init("f", executes: true)]),
        .readDataLayer(keys: ["gtm.uniqueEventId", "ecommerce.*"]),
        .injectScript(urls: ["https://example.com/sdk.js?*"]),
      ])
    let again = try CustomTemplate.read(Array(template.text.utf8), file: "id.tpl")
    #expect(again.permissions == template.permissions)
    #expect(again.side == .web)
    #expect(template.text.contains("___WEB_PERMISSIONS___"))
    #expect(template.text.contains("___SANDBOXED_JS_FOR_WEB_TEMPLATE___"))
  }

  private static let policy = PermissionPolicy(webPermissions: [
    .accessGlobals([.init("page.id", reads: true, writes: true), .init("f", executes: true)]),
    .readDataLayer(keys: ["gtm.uniqueEventId", "ecommerce.*"]),
    .injectScript(urls: ["https://example.com/sdk.js?*"]), .getCookies(names: ["_ttp"]),
    .logging(.debug),
  ])

  @Test(
    "a web template may do what it declares, and nothing else",
    arguments: [
      (PermissionRequest.page(.global(key: "page.id", .read)), true),
      (.page(.global(key: "page.id", .execute)), false), (.page(.global(key: "f", .execute)), true),
      (.page(.global(key: "page", .read)), false),
      (.page(.dataLayer(key: "gtm.uniqueEventId")), true),
      (.page(.dataLayer(key: "ecommerce.items")), true), (.page(.dataLayer(key: "event")), false),
      (.page(.script(url: "https://example.com/sdk.js?id=1")), true),
      (.page(.script(url: "https://example.org/sdk.js?id=1")), false),
      (.getCookie("_ttp"), true), (.getCookie("other"), false), (.logging(debug: true), true),
      (.logging(debug: false), false), (.page(.title), false),
      (.page(.url(component: "host", parameter: nil)), false),
    ])
  func allows(request: PermissionRequest, isAllowed: Bool) {
    #expect(Self.policy.allows(request) == isAllowed)
  }

  @Test(
    "the scenarios of public web templates pass",
    .enabled(if: PublicTemplates.corpus != nil, "TAGWRIGHT_CORPUS is not set"))
  func publicScenarios() throws {
    var passed = 0
    for template in try PublicTemplates.embedded() {
      let document = try TemplateDocument.read(Array(template.text.utf8), file: template.name)
      guard document.template.side == .web else { continue }
      let result = TemplateSuite(document).run()
      passed += result.passed
      for scenario in result.results { #expect(scenario.outcome == .passed, "\(template.name)") }
    }
    #expect(passed >= 20)
  }
}
