import Foundation
import JSONText
import Tagwright
import TagwrightPlan
import TestSupport
import Testing

struct ExampleTests {
  private func plan(_ examples: [ContainerElement]) -> Plan {
    Plan(serverContainers: [
      ServerContainer("Small shop", publicID: "GTM-ABC1234") {
        GA4Client()
        tikTok(layout: .tagPerEvent, sources: .visible)
        examples
      }
    ])
  }

  private func file(_ path: String, in folder: TemporaryFolder) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder.at(path))))
  }

  private func examples(@ContainerBuilder _ elements: () -> [ContainerElement]) -> Plan {
    plan(elements())
  }

  private func purchase(_ consent: Hit.Consent) -> Hit {
    Hit(
      "purchase", consent: consent,
      [
        "event_id": "17_1", "value": 59.98, "currency": "EUR",
        "items": [["item_id": "SKU-1", "price": 29.99, "quantity": 2]],
      ])
  }

  @Test("each example leaves its requests in a file, and lets a body be read as JSON")
  func files() throws {
    let plan = examples {
      Example("A purchase!") {
        purchase(.granted)
        Expect.request(.tikTok) {
          BodyMember("data.0.properties.value", 59.98)
          BodyMember("data.0.properties.contents.0.quantity", 2)
          BodyMember.absent("data.0.user.email")
        }
      }
      Example("a purchase") {
        purchase(.denied)
        Expect.nothingSent
      }
    }
    let folder = try TemporaryFolder()
    let outcome = run(["generate", "--into", folder.at("out")], plan: plan)
    #expect(outcome.status == .success, "\(outcome.errors)")
    let first = try JSON.read(file("out/requests/a-purchase.json", in: folder))
    #expect(first["example"] == "A purchase!")
    let tag = first["events"]?.array?.first?["tags"]?.array?.first
    let request = tag?["requests"]?.array?.first
    #expect(request?["headers"]?["Access-Token"] == "***")
    #expect(request?["body"]?["data"]?.array?.first?["event"] == "Purchase")
    let second = try JSON.read(file("out/requests/a-purchase-2.json", in: folder))
    #expect(second["events"]?.array?.first?["tags"]?.array?.first?["requests"] == [])
    #expect(
      run(["generate", "--check", "--into", folder.at("out")], plan: plan).status == .success)
  }

  @Test("an example that fails is an error where it was written, and nothing is generated")
  func failures() throws {
    let plan = examples {
      Example("wrong") {
        purchase(.granted)
        Expect.request(.tikTok) {
          BodyMember("data.0.event", "Lead")
          BodyMember.absent("data.0.event_id")
          BodyMember("data.0.user.email", "x")
        }
        Expect.nothingSent
        Expect.request(.url("https://crm.example.com/"))
      }
      Example("damaged") { Hit(url: "/g/collect?v=2") }
      Example("lost") { Hit(url: "https://sgtm.example.com/other") }
      Example("empty") { Expect.nothingSent }
    }
    let folder = try TemporaryFolder()
    let outcome = run(["generate", "--into", folder.at("out")], plan: plan)
    #expect(outcome.status == .finding)
    #expect(
      outcome.errors.split(separator: "\n").filter { $0.contains("error: ") }.map { line in
        String(line.split(separator: "error: ", maxSplits: 1).last ?? "")
      }.sorted()
        == [
          "example 'damaged': the hit has no event name 'en'; it was cut off, or its body is missing [failed-example]",
          "example 'empty': there are 0 hits, not one [failed-example]",
          "example 'lost': no client of the container claims the hit [failed-example]",
          "example 'wrong': 0 requests to 'https://crm.example.com/', not one [failed-example]",
          "example 'wrong': 'data.0.event' of the request is \"Purchase\", not \"Lead\" [failed-example]",
          "example 'wrong': 'data.0.event_id' of the request is \"17_1\", not absent [failed-example]",
          "example 'wrong': 'data.0.user.email' of the request is absent, not \"x\" [failed-example]",
          "example 'wrong': tag 'TikTok Purchase (purchase)' sends 1 request and sets 0 cookies, and nothing is to be sent [failed-example]",
        ].sorted())
    #expect(outcome.errors.contains("ExampleTests.swift:"))
    #expect(
      outcome.errors.split(separator: "\n").count { $0.contains("note: ") } >= 8,
      "something does not say what to do")
  }

  @Test("'lint' tries the examples, too, and says of each that fails what to do")
  func lint() {
    let wrong = examples {
      Example("refused") {
        purchase(.denied)
        Expect.request(.tikTok)
      }
    }
    let outcome = run(["lint"], plan: wrong)
    #expect(outcome.status == .finding)
    #expect(
      outcome.output.contains(
        "0 requests to 'https://business-api.tiktok.com/', not one [failed-example]"))
    #expect(outcome.output.contains("note: mend the plan, or what the example expects"))
    let right = examples {
      Example("refused") {
        purchase(.denied)
        Expect.nothingSent
      }
    }
    #expect(run(["lint"], plan: right).status == .success)
  }

  @Test("'test' tries the examples like scenarios of the plan's file")
  func tested() throws {
    let plan = examples {
      Example("Refused") {
        purchase(.denied)
        Expect.nothingSent
      }
      Example("Sent") {
        purchase(.granted)
        Expect.request(.tikTok) { BodyMember("data.0.event", "Lead") }
      }
    }
    let wrong = #line - 3
    let place = URL(filePath: #filePath).deletingLastPathComponent().path
    let outcome = run(["test"], plan: plan, workingDirectory: place)
    #expect(outcome.status == .finding)
    #expect(
      outcome.output.hasPrefix(
        """
        ExampleTests.swift: examples
          passed: Refused
          failed: Sent
            ExampleTests.swift:\(wrong): 'data.0.event' of the request is "Purchase", not "Lead"

        """))
    #expect(outcome.output.hasSuffix(" passed, 1 failed\n"))
    #expect(
      run(["test", "--filter", "refused"], plan: plan, workingDirectory: place).output
        == "ExampleTests.swift: examples\n  passed: Refused\n\n1 passed, 0 failed\n")
  }
}
