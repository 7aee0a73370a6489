import Compiler
import Diagnostics
import TagManager
import Testing

/// Each pitfall of deduplication, and of the set-up in general, is found in containers that no plan made.
@Suite struct ClickedPairTests {
  /// A mistake, what it does to the pair, and the rules that find it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    /// The number of the requirement that it is against.
    let requirement: Int
    let words: String
    let rules: Set<String>
    let make: @Sendable (inout ClickedPair) -> Void

    var testDescription: String { "\(requirement): \(words)" }

    init(
      _ requirement: Int, _ words: String, _ rules: Set<String>,
      _ make: @escaping @Sendable (inout ClickedPair) -> Void
    ) {
      self.requirement = requirement
      self.words = words
      self.rules = rules
      self.make = make
    }
  }

  private static let mistakes: [Mistake] = [
    Mistake(67, "pixel and hit have ids from different sources", ["different-ids"]) {
      $0.addVariable("Page id", "cvt_1_5", [.template("of", "page")])
      $0.replaceHTML("{{Unique event id}}", "{{Page id}}")
    },
    Mistake(68, "a random script, asked once for each tag", ["unsuitable-id"]) {
      $0.replaceHTML("{{Unique event id}}", "{{uuid}}")
      $0.setParameter("event_id", "{{uuid}}")
    },
    Mistake(69, "an id of the data layer that an event may not push", ["unsuitable-id"]) {
      $0.replaceHTML("{{Unique event id}}", "{{dlv - event_id}}")
      $0.setParameter("event_id", "{{dlv - event_id}}")
    },
    Mistake(70, "no id among the parameters of the hit", ["event-without-id"]) {
      $0.setParameter("event_id", nil)
    },
    Mistake(71, "the id among the properties", ["id-not-third-argument"]) {
      $0.replaceHTML(
        "  }, {event_id: '{{Unique event id}}'});", "  , event_id: '{{Unique event id}}'});")
    },
    Mistake(72, "a field for the id that reads something else", ["event-without-id"]) {
      $0.addVariable("ed - eventId", "ed", [.template("keyPath", "eventId")], onServer: true)
      $0.setField("event_id", "{{ed - eventId}}")
    },
    Mistake(73, "an older name on one side, so that both count", ["different-event-names"]) {
      $0.replaceHTML("'Purchase'", "'CompletePayment'")
    },
    Mistake(73, "another name on the server", ["different-event-names"]) {
      $0.setField("eventName", "purchase")
    },
    Mistake(74, "no id at the pixel", ["event-without-id", "id-not-third-argument"]) {
      $0.replaceHTML(", {event_id: '{{Unique event id}}'}", "")
    },
    Mistake(76, "an event that the web container does not send", ["event-on-one-side"]) {
      $0.server.triggers = [ClickedPair.trigger("20", "order_completed")]
    },
    Mistake(77, "the same word in another case", ["event-on-one-side"]) {
      $0.server.triggers = [ClickedPair.trigger("20", "Purchase")]
    },
    Mistake(78, "a condition on what the browser never sends", ["trigger-never-true"]) {
      $0.server.triggers[0].filters = [Condition("{{ed - lead_type}}", .equals, "paid")]
    },
    Mistake(82, "the first link: no variable for the cookie", ["browser-id-chain"]) {
      $0.setParameter("ttp", "{{dlv - event_id}}")
    },
    Mistake(82, "the second link: no parameter", ["browser-id-chain"]) {
      $0.setParameter("ttp", nil)
    },
    Mistake(
      82, "the second link: a name that GA4 refuses", ["browser-id-chain", "parameter-name"]
    ) {
      $0.setParameter("ttp", "{{cookie - ttp}}", as: "_ttp")
    },
    Mistake(82, "the third link: no field", ["browser-id-chain"]) { $0.setField("ttp", nil) },
    Mistake(83, "a digest for the field that is hashed", ["hashed-twice"]) {
      $0.addVariable(
        "ed - digest", "ed", [.template("keyPath", "user_data.sha256_email_address")],
        onServer: true)
      $0.setField("email", "{{ed - digest}}")
    },
    Mistake(84, "a currency in words", ["currency-format"]) { $0.setField("currency", "dollars") },
    Mistake(84, "a currency's sign", ["currency-format"]) { $0.setField("currency", "$") },
    Mistake(85, "a hit without the products", ["conversion-without-value"]) {
      $0.web.tags[1].parameters.removeAll { $0.key == "sendEcommerceData" }
    },
    Mistake(85, "no field for the value", ["conversion-without-value"]) {
      $0.setField("value", nil)
    },
    Mistake(86, "a server that does not ask for consent", ["consent-differs"]) {
      $0.setField("adStorageConsent", "optional")
    },
    Mistake(86, "a pixel that does not ask for consent", ["consent-differs"]) {
      $0.web.tags[2].consentSettings = nil
    },
    Mistake(86, "nobody asks for consent", ["consent-differs"]) {
      $0.web.tags[2].consentSettings = nil
      $0.setField("adStorageConsent", "optional")
    },
  ]

  private static func findings(_ pair: ClickedPair) -> [ContractFinding] {
    Contract(web: pair.web, server: pair.server).findings
  }

  @Test func aClickedPairWithoutMistakesAgrees() {
    let findings = Self.findings(ClickedPair())
    #expect(findings.isEmpty, "\(findings.map { "\($0.rule): \($0.message)" })")
  }

  @Test("every pitfall is found, by its rule and no other", arguments: mistakes)
  func clickedPitfalls(mistake: Mistake) {
    var pair = ClickedPair()
    mistake.make(&pair)
    let findings = Self.findings(pair)
    #expect(
      Set(findings.map(\.rule)) == mistake.rules,
      "\(findings.map { "\($0.rule) \($0.name): \($0.message)" })")
    for finding in findings {
      #expect(!finding.fix.isEmpty && !finding.name.isEmpty && !finding.message.hasSuffix("."))
    }
  }

  @Test("a condition on what no hit carries is a finding where it keeps the server from sending")
  func conditions() throws {
    for (isNegated, isException) in [(false, false), (true, false), (false, true), (true, true)] {
      var pair = ClickedPair()
      let condition = Condition("{{ed - lead_type}}", .equals, "paid", isNegated: isNegated)
      if isException {
        var exception = ClickedPair.trigger("21", "purchase")
        exception.name = "never for paid leads"
        exception.filters = [condition]
        pair.server.triggers.append(exception)
        pair.server.tags[0].blockingTriggerIDs = ["21"]
      } else {
        pair.server.triggers[0].filters = [condition]
      }
      let findings = Self.findings(pair)
      guard isNegated == isException else {
        #expect(findings.isEmpty, "\(findings.map(\.message))")
        continue
      }
      #expect(findings.map(\.rule) == ["trigger-never-true"])
      #expect(
        findings.first?.message.contains("so that 'TikTok CAPI - Purchase' never fires") == true)
    }
    var sent = ClickedPair()
    sent.server.triggers[0].filters = [Condition("{{ed - value}}", .greater, "0")]
    let findings = Self.findings(sent)
    #expect(findings.map(\.rule) == ["event-on-one-side"])
    let message = findings.first?.message ?? ""
    #expect(message.contains("value' is '0'"))
  }
}
