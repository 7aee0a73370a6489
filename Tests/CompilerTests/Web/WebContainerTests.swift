import Compiler
import CustomTemplate
import JSONText
import TagwrightPlan
import Testing

/// The web container that a plan leads to.
@Suite struct WebContainerTests {
  @Test("each mapped event has a GA4 tag and a pixel tag, beside the Google tag")
  func tags() throws {
    let plan = WebPlan()
    #expect(plan.problems == [])
    #expect(
      try plan.names("tag") == [
        "Google tag", "GA4 page_view", "GA4 purchase", "GA4 search",
        "TikTok Pageview (page_view) pixel", "TikTok Purchase (purchase) pixel",
        "TikTok Search (search) pixel",
      ])
    #expect(
      try plan.parameter("configSettingsTable", of: "Google tag") == [
        "server_container_url={{Tagging Server URL}}", "send_page_view=false",
      ])
    #expect(try plan.version()["container"]?["usageContext"]?.array == ["WEB"])
    #expect(try plan.names("trigger") == ["purchase", "search"])
  }

  @Test("a GA4 tag sends what the server reads, and nothing under a name that GA4 refuses")
  func parameters() throws {
    let plan = WebPlan()
    #expect(
      try plan.parameter("eventSettingsTable", of: "GA4 search") == [
        "event_id={{Event id}}", "user_data={{consented.user_data}}",
        "user_id={{consented.user_id}}", "ttclid={{consented.ttclid}}", "ttp={{consented.ttp}}",
        "search_term={{dl.search_term}}",
      ])
    #expect(
      try plan.parameter("eventSettingsTable", of: "GA4 purchase") == [
        "event_id={{Order number as event id}}", "user_data={{consented.user_data}}",
        "user_id={{consented.user_id}}", "ttclid={{consented.ttclid}}", "ttp={{consented.ttp}}",
      ])
    #expect(try plan.parameter("sendEcommerceData", of: "GA4 purchase") == ["true"])
    #expect(try plan.parameter("sendEcommerceData", of: "GA4 search") == ["false"])
    for name in try plan.names("tag") {
      for row in try plan.parameter("eventSettingsTable", of: name) {
        #expect(!row.hasPrefix("_"))
      }
    }
  }

  @Test("pixel and GA4 tag of one event refer to one event id")
  func oneID() throws {
    let plan = WebPlan()
    for (ga4, pixel) in [
      ("GA4 search", "TikTok Search (search) pixel"),
      ("GA4 purchase", "TikTok Purchase (purchase) pixel"),
    ] {
      let id = try #require(try plan.parameter("event_id", of: pixel).first)
      #expect(try plan.parameter("eventSettingsTable", of: ga4).contains("event_id=\(id)"))
    }
    #expect(
      try plan.parameter("order", of: "Order number as event id", "variable") == [
        "{{dl.ecommerce.transaction_id}}"
      ])
    #expect(try plan.entity("variable", "Event id")["parameter"] == nil)
    #expect(!(try plan.text().contains("Math.random")))
  }

  @Test("a pixel's tag names the server's event and waits for the server's consent")
  func pixelTags() throws {
    let plan = WebPlan(consent: .required(.adStorage, .adUserData))
    let tag = try plan.entity("tag", "TikTok Purchase (purchase) pixel")
    #expect(try plan.parameter("event", of: "TikTok Purchase (purchase) pixel") == ["Purchase"])
    #expect(
      tag["consentSettings"]?["consentType"]?["list"]?.array?.compactMap { $0["value"]?.string }
        == ["ad_storage", "ad_user_data"])
    #expect(
      try plan.parameter("properties", of: "TikTok Purchase (purchase) pixel") == [
        "content_type=content_type=product", "contents=contents={{dl.ecommerce.items}}",
        "value=number={{dl.ecommerce.value}}", "currency=currency={{dl.ecommerce.currency}}",
        "order_id=id={{dl.ecommerce.transaction_id}}",
      ])
    let waived = WebPlan(consent: .waived(because: "consent is asked before the page"))
    #expect(
      try waived.entity("tag", "TikTok Search (search) pixel")["consentSettings"]?["consentStatus"]
        == "NOT_NEEDED")
  }

  @Test("conditions of an event hold for its pixel too, in the browser's own variables")
  func conditions() throws {
    let plan = WebPlan(events: {
      On(
        "purchase", where: .client("GA4"), .eventData("value") > 0,
        !.eventData("page_location").contains("/test/"),
        send: .purchase(
          value: .eventData("value"), currency: .eventData("currency"), contents: .items))
    })
    let trigger = try plan.entity("trigger", "TikTok Purchase (purchase) pixel")
    let operands = trigger["filter"]?.array?.map { condition in
      (condition["parameter"]?.array ?? []).compactMap { $0["value"]?.string }
    }
    #expect(
      operands == [["{{ed.value}}", "0"], ["{{ed.page_location}}", "/test/", "true"]])
    #expect(
      try plan.parameter("value", of: "ed.value", "variable") == ["{{dl.ecommerce.value}}"])
    #expect(
      try plan.parameter("value", of: "ed.page_location", "variable") == ["{{js.location.href}}"])
  }

  @Test("without a pixel, there is none")
  func noPixel() throws {
    let plan = WebPlan(pixel: .none)
    #expect(try plan.names("customTemplate") == ["Event Id", "Value with Consent"])
    #expect(try plan.names("tag").allSatisfy { !$0.contains("pixel") })
  }

  @Test("an installed pixel is called and not loaded, a generated one both")
  func origins() throws {
    let installed = try WebPlan(pixel: .installed).template("TikTok Pixel").template
    let generated = try WebPlan().template("TikTok Pixel").template
    #expect(!installed.code.contains("injectScript"))
    #expect(generated.code.contains("injectScript"))
    #expect(installed.permissions.map(\.publicID) == ["access_globals"])
    #expect(generated.permissions.map(\.publicID) == ["access_globals", "inject_script"])
  }

  @Test("the server's container is the same with the browser's half and without")
  func serverIsUnchanged() throws {
    let plan = WebPlan()
    let server = try plan.text("server-container.json")
    #expect(server.contains("\"SERVER\"") && !server.contains("GTM-WEBSITE"))
    #expect(
      plan.files.map(\.path).filter { !$0.hasPrefix("templates/tiktok") } == [
        "server-container.json", "templates/consent-to-ad-storage.tpl",
        "templates/page-url-parameter.tpl", "README.md",
        "web-container.json", "templates/web-event-id.tpl",
        "templates/web-value-with-consent.tpl", "templates/web-tiktok-pixel.tpl", "data-layer.md",
        "data-layer.d.ts",
      ])
  }

  @Test("two plans of the same words give the same bytes")
  func deterministic() throws { #expect(WebPlan().files == WebPlan().files) }
}
