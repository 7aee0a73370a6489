import Diagnostics
import JSONText
import TagManager
import Testing

@testable import ContainerDiff

/// The example that each meaning shows is a sentence that a comparison says.
@Suite struct MeaningExampleTests {
  private static let ads = """
    if (consent('ad_storage', 2, 2) !== true) return quit('no consent to ad_storage', data.gtmOnSuccess);
    sendHttpRequest('https://ads.example.com/events');
    """

  /// A container with a tag that sends purchases.
  private struct Shop {
    var publicID = "GTM-EXAMPLE"
    var parameters: [(String, String)] = []
    var members: [(String, JSON)] = []
    var triggers = ["20"]
    var code = ads
    var permissions = "[]"
    var event = "purchase"
    var variables: [JSON] = []
    var hasTag = true
    var hasClient = true
    var others: [JSON] = []

    var json: JSON {
      let tag = SmallContainer.tag(
        "Ads Purchase", type: "cvt_2_40", triggers: triggers, parameters, members)
      return SmallContainer(
        tags: (hasTag ? [tag] : []) + others,
        triggers: [
          SmallContainer.trigger("purchase", event: event),
          SmallContainer.trigger("order", id: "21", event: "order"),
        ],
        variables: variables,
        templates: [
          SmallContainer.template("Ads Purchase", code: code, permissions: permissions)
        ],
        clients: hasClient ? [["clientId": "60", "name": "GA4", "type": "gaaw_client"]] : [],
        others: [
          (
            "container",
            ["name": "Shop", "publicId": .string(publicID), "usageContext": ["SERVER"]]
          )
        ]
      ).json
    }
  }

  /// Two containers that differ in what a meaning is about; a plan's is the second where that matters.
  private static func pair(_ id: String) -> (old: Shop, new: Shop, newIsPlan: Bool)? {
    let shop = Shop()
    let changed: (inout Shop) -> Void
    switch id {
    case "other-container":
      return (Shop(publicID: "GTM-OTHER"), shop, true)
    case "tag-missing":
      return (Shop(hasTag: false), shop, true)
    case "client-missing":
      return (Shop(hasClient: false), shop, true)
    case "unknown-tags":
      let others = (1...3).map { SmallContainer.tag("old \($0)", id: "1\($0)", type: "cvt_2_40") }
      return (Shop(others: others), shop, true)
    case "placeholder":
      let token = SmallContainer.constant("TOKEN", "REPLACE_WITH_TOKEN")
      return (Shop(variables: [token]), Shop(variables: [token]), true)
    case "firing-triggers":
      return (Shop(triggers: ["20", "21"]), shop, false)
    case "pixel", "access-token", "event-id":
      func with(_ id: String, _ token: String, _ pixel: String) -> Shop {
        Shop(
          parameters: [("event_id", id), ("access_token", token), ("pixel_code", "{{Pixel}}")],
          variables: [SmallContainer.constant("Pixel", pixel)])
      }
      return (with("{{a}}", "{{t}}", "P1"), with("{{b}}", "{{u}}", "P2"), false)
    case "consent":
      changed = { $0.code = "sendHttpRequest('https://ads.example.com/events');" }
    case "tag-paused": changed = { $0.members = [("paused", true)] }
    case "blocking-triggers": changed = { $0.members = [("blockingTriggerId", ["21"])] }
    case "repeated-firing": changed = { $0.members = [("tagFiringOption", "UNLIMITED")] }
    case "trigger-conditions": changed = { $0.event = "checkout" }
    case "test-event-code": changed = { $0.parameters = [("test_event_code", "TEST12345")] }
    case "permissions":
      changed = {
        $0.permissions = """
          [{"instance": {"key": {"publicId": "send_http", "versionId": "1"}, "param": [
            {"key": "allowedUrls", "value": {"type": 1, "string": "specific"}},
            {"key": "urls", "value": {"type": 2, "listItem": [{"type": 1, "string": "https://ads.example.com/"}]}}
          ]}}]
          """
      }
    default: return nil
    }
    var new = shop
    changed(&new)
    return (shop, new, false)
  }

  @Test(arguments: Meaning.all.map(\.id))
  func theExampleIsASentenceOfAComparison(_ id: String) throws {
    let meaning = try #require(Meaning.all.first { $0.id == id })
    let pair = try #require(Self.pair(id), "'\(id)' has no pair of containers here")
    let diff = try ContainerDiff(
      from: ContainerFile(pair.old.json, name: "old.json"),
      to: ContainerFile(pair.new.json, name: "new.json"),
      options: DiffOptions(
        oldLabel: pair.newIsPlan ? "the live container" : "'old.json'",
        newLabel: pair.newIsPlan ? "the plan" : "'new.json'", newIsPlan: pair.newIsPlan,
        isExact: !pair.newIsPlan, placeholderPrefix: "REPLACE_WITH_", secretNames: [],
        hosts: ["ads.example.com": "Ads"]))
    let messages = diff.findings.map(\.diagnostic).filter { $0.rule == id }.map(\.message)
    #expect(messages.contains(meaning.example), "\(messages)")
  }
}
