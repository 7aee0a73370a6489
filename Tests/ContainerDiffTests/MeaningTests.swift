import Diagnostics
import Foundation
import JSONText
import TagManager
import Testing

@testable import ContainerDiff

@Suite struct MeaningRegistryTests {
  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
  }

  @Test func everyMeaningOfTheFolderIsListedOnce() throws {
    let folder = root.appending(path: "Sources/ContainerDiff/Meaning")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let declared = try files.flatMap { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return text.matches(of: /= Meaning\(\s*"([a-z-]+)",/).map { String($0.output.1) }
    }
    #expect(declared.sorted() == Meaning.all.map(\.id).sorted())
  }

  @Test func everyMeaningIsDocumented() throws {
    let article = root.appending(
      path: "Sources/Tagwright/Documentation.docc/Articles/ComparingContainers.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    for meaning in Meaning.all { #expect(text.contains("`\(meaning.id)`"), "\(meaning.id)") }
  }
}

@Suite struct MeaningTests {
  private static let tikTok = """
    if (consent('ad_storage', 2, 2) !== true) return quit('no consent to ad_storage', data.gtmOnSuccess);
    sendHttpRequest('https://business-api.tiktok.com/open_api/v1.3/event/track/');
    """

  /// A container with a tag that sends purchases to TikTok.
  private func container(
    _ parameters: [(String, String)] = [], _ members: [(String, JSON)] = [],
    triggers: [String] = ["20"], code: String = tikTok, event: String = "purchase",
    variables: [JSON] = [], more: [JSON] = [], client: String = "GA4"
  ) -> JSON {
    SmallContainer(
      tags: [
        SmallContainer.tag(
          "TikTok Purchase", type: "cvt_2_40", triggers: triggers, parameters, members)
      ] + more,
      triggers: [
        SmallContainer.trigger("purchase", event: event),
        SmallContainer.trigger("order", id: "21", event: "order"),
      ],
      variables: variables,
      templates: [SmallContainer.template("TikTok Purchase", code: code)],
      clients: [["clientId": "60", "name": .string(client), "type": "gaaw_client"]]
    ).json
  }

  private func messages(_ diff: ContainerDiff) -> [String] {
    diff.findings.map(\.diagnostic).map { "\($0.severity.rawValue) \($0.rule): \($0.message)" }
  }

  @Test func aPausedTag() throws {
    let paused = container([], [("paused", true)])
    #expect(
      messages(try compare(container(), paused)) == [
        "warning tag-paused: purchase → TikTok would stop firing: tag paused"
      ])
    #expect(
      messages(try comparePlan(live: paused, plan: container())) == [
        "warning tag-paused: purchase → TikTok would fire again: the tag is paused in the live container"
      ])
  }

  @Test func consentInTheSettings() throws {
    let needed: JSON = [
      "consentStatus": "NEEDED",
      "consentType": [
        "type": "LIST", "list": [["type": "TEMPLATE", "value": "analytics_storage"]],
      ],
    ]
    let strict = container([], [("consentSettings", needed)])
    #expect(
      messages(try compare(strict, container())) == [
        "warning consent: consent to analytics_storage is no longer required for purchase → TikTok"
      ])
    #expect(
      messages(try comparePlan(live: container(), plan: strict)) == [
        "warning consent: consent to analytics_storage is not required for purchase → TikTok in the live container"
      ])
  }

  @Test func consentInTheCode() throws {
    let without = container(
      code: Self.tikTok.split(separator: "\n").dropFirst().joined(separator: "\n"))
    #expect(
      messages(try compare(container(), without)) == [
        "warning consent: consent to ad_storage is no longer required for purchase → TikTok"
      ])
    let lax = container(code: Self.tikTok.replacing("!== true", with: "=== false"))
    #expect(
      messages(try compare(container(), lax)) == [
        "warning consent: a hit without a signal counts as consent to ad_storage for purchase → TikTok, "
          + "and was none before"
      ])
  }

  @Test func consentInTheCodeOfAVariable() throws {
    let name = "Consent to ad_storage"
    func asking(
      _ field: String?, gate: String = "if (data.consent !== true) return data.gtmOnSuccess();\n",
      _ answer: String = "consent('ad_storage', 2, 2) === true"
    ) -> JSON {
      SmallContainer(
        tags: [
          SmallContainer.tag(
            "TikTok Purchase", type: "cvt_2_40", field.map { [("consent", "{{\($0)}}")] } ?? [])
        ],
        triggers: [SmallContainer.trigger("purchase", event: "purchase")],
        variables: [
          [
            "variableId": "32", "name": .string(name), "type": "cvt_2_41", "parameter": [],
            "formatValue": [:],
          ]
        ],
        templates: [
          SmallContainer.template(
            "TikTok Purchase",
            code: gate
              + "sendHttpRequest('https://business-api.tiktok.com/open_api/v1.3/event/track/');"),
          SmallContainer.template(name, id: "41", code: "return \(answer);"),
        ]
      ).json
    }
    let gone = "warning consent: consent to ad_storage is no longer required for purchase → TikTok"
    #expect(messages(try compare(asking(name), asking(nil))) == [gone])
    for gate in ["", "if (data.consent_2 !== true) return data.gtmOnSuccess();\n"] {
      #expect(messages(try compare(asking(name), asking(name, gate: gate))) == [gone])
    }
    #expect(messages(try compare(asking(name), asking(name, "true"))) == [gone])
    #expect(
      messages(try compare(asking(name), asking(name, "consent('ad_storage', 2, 2) !== false")))
        == [
          "warning consent: a hit without a signal counts as consent to ad_storage for purchase → TikTok, "
            + "and was none before"
        ])
    #expect(messages(try compare(asking(name), asking(name))) == [])
  }

  @Test func triggersOfATag() throws {
    #expect(
      messages(try compare(container(), container(triggers: ["20", "21"]))) == [
        "notice firing-triggers: 'TikTok Purchase' would also fire on 'order'"
      ])
    #expect(
      messages(try compare(container(triggers: ["20", "21"]), container())) == [
        "warning firing-triggers: 'TikTok Purchase' would no longer fire on 'order'"
      ])
    #expect(
      messages(try compare(container(), container(triggers: []))) == [
        "warning firing-triggers: purchase → TikTok would never fire: the tag has no trigger left"
      ])
    #expect(
      messages(try compare(container(), container([], [("blockingTriggerId", ["21"])]))) == [
        "warning blocking-triggers: 'TikTok Purchase' would be blocked on 'order'"
      ])
  }

  @Test func conditionsOfATrigger() throws {
    #expect(
      messages(try compare(container(), container(event: "checkout"))) == [
        "warning trigger-conditions: trigger 'purchase' would fire on 'checkout' instead of 'purchase': "
          + "1 tag depends on it"
      ])
  }

  @Test func aTestEventCode() throws {
    let test = container([("test_event_code", "TEST12345")])
    #expect(
      messages(try comparePlan(live: test, plan: container())) == [
        "warning test-event-code: a test event code is live in the live container: purchase → TikTok "
          + "sends test events"
      ])
    #expect(
      messages(try compare(container(), test)) == [
        "warning test-event-code: a test event code would go live: purchase → TikTok would send test events"
      ])
  }

  @Test func settingsThatDecideWhereEventsGo() throws {
    func with(_ id: String, _ token: String, _ pixel: String) -> JSON {
      container(
        [("event_id", id), ("access_token", token), ("pixel_code", "{{Pixel}}")],
        variables: [SmallContainer.constant("Pixel", pixel)])
    }
    let found = messages(try compare(with("{{a}}", "{{t}}", "P1"), with("{{b}}", "{{u}}", "P2")))
    #expect(
      found.filter { !$0.hasPrefix("warning dangling-variable") } == [
        #"warning pixel: 1 tag would send to another pixel: 'Pixel' "P1" → "P2""#,
        #"warning access-token: purchase → TikTok uses another access token: "{{t}}" → "{{u}}""#,
        #"warning event-id: purchase → TikTok takes its event id from elsewhere, which decides about "#
          + #"duplicates: "{{a}}" → "{{b}}""#,
      ])
  }

  @Test func tagsThatThePlanDoesNotKnow() throws {
    let foreign = (1...3).map {
      SmallContainer.tag("old \($0)", id: "1\($0)", type: "cvt_2_40")
    }
    let diff = try comparePlan(live: container(more: foreign), plan: container())
    #expect(
      messages(diff) == [
        "warning unknown-tags: the live container has 3 TikTok tags that the plan does not know: "
          + "events may be sent twice"
      ])
    #expect(diff.isEmpty)
  }

  @Test func whatIsMissingInTheLiveContainer() throws {
    let live = SmallContainer(
      triggers: [
        SmallContainer.trigger("purchase"),
        SmallContainer.trigger("order", id: "21", event: "order"),
      ]
    ).json
    #expect(
      messages(try comparePlan(live: live, plan: container())) == [
        "warning tag-missing: purchase → TikTok is not sent by the live container: "
          + "it has no tag 'TikTok Purchase'",
        "warning client-missing: the live container has no client 'GA4': its requests are not answered",
      ])
  }

  @Test func aTagThatMayFireTwice() throws {
    #expect(
      messages(try compare(container(), container([], [("tagFiringOption", "UNLIMITED")]))) == [
        "warning repeated-firing: 'TikTok Purchase' could fire several times for one event"
      ])
  }
}
