import JSONText
import Tagwright
import TagwrightPlan
import Testing

/// The proofs over whole plans.
struct ProofTests {
  private func plan(
    _ layout: Layout = .tagPerEvent, _ sources: SourceStyle = .visible
  ) -> Plan {
    Plan(serverContainers: [
      ServerContainer("Small shop", publicID: "GTM-ABC1234") {
        GA4Client()
        tikTok(layout: layout, sources: sources)
      }
    ])
  }

  @Test(
    "consent, deduplication, personal data and required fields hold in every layout and source style"
  )
  func everythingHolds() {
    for layout in [Layout.tagPerEvent, .lookupTable] {
      for sources in [SourceStyle.visible, .inline] {
        let outcome = run(["simulate", "--prove"], plan: plan(layout, sources))
        #expect(outcome.status == .success, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("everything holds"))
      }
    }
  }

  @Test("all layouts and source styles send the same requests and set the same cookies")
  func sameRequests() throws {
    var found: [[JSON]] = []
    for layout in [Layout.tagPerEvent, .lookupTable] {
      for sources in [SourceStyle.visible, .inline] {
        let outcome = run(
          ["simulate", "--hit", SimulateCommandTests.hit, "--format", "json"],
          plan: plan(layout, sources))
        let event = try JSON.read(outcome.output)
        let tags = (event["tags"]?.array ?? []).filter { $0["fired"] == true }
        #expect(tags.first?["requests"]?.array?.count == 1, "\(outcome.output)")
        found.append(tags.flatMap { [$0["requests"] ?? .null, $0["cookies"] ?? .null] })
      }
    }
    #expect(Set(found).count == 1)
  }

  @Test("a tag that sends without consent, without an id and with a plain address is found")
  func findings() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"""
      {"exportFormatVersion": 2, "containerVersion": {"container": {"usageContext": ["SERVER"]},
       "variable": [{"variableId": "3", "name": "mail", "type": "ed", "parameter": [
         {"type": "TEMPLATE", "key": "keyPath", "value": "user_data.email_address"}]}],
       "tag": [{"tagId": "1", "name": "Leaky", "type": "http_request", "firingTriggerId": ["2"],
         "parameter": [{"type": "TEMPLATE", "key": "url", "value": "https://business-api.tiktok.com/"},
           {"type": "TEMPLATE", "key": "requestBody", "value": "{{mail}}"}]}],
       "trigger": [{"triggerId": "2", "name": "P", "type": "CUSTOM_EVENT", "customEventFilter": [
         {"type": "EQUALS", "parameter": [{"type": "TEMPLATE", "key": "arg0", "value": "{{_event}}"},
           {"type": "TEMPLATE", "key": "arg1", "value": "purchase"}]}]}]}}
      """#, to: "leaky.json")
    let outcome = run([
      "simulate", "--prove", "--container", folder.at("leaky.json"), "--format", "json",
    ])
    #expect(outcome.status == .finding)
    let findings = try JSON.read(outcome.output)["findings"]?.array ?? []
    #expect(
      findings.map { "\($0["proof"]?.string ?? ""): \($0["message"]?.string ?? "")" } == [
        "consent: tag 'Leaky' sends or sets a cookie though 'ad_storage' is denied",
        "deduplication: tag 'Leaky' does not send the id of the event",
        "personal data: tag 'Leaky' lets 'canary.person' out as it is",
        "personal data: tag 'Leaky' lets '15155501234' out as it is",
        "required fields: tag 'Leaky' sends no usable 'data'",
      ])
  }

  @Test("a proof makes its own hits")
  func ownHits() {
    let outcome = run(["simulate", "--prove", "--hit", "/x"])
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains("'--prove' makes its own hits"))
  }
}
