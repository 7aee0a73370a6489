import Compiler
import Foundation
import JSONText
import Tagwright
import TagwrightPlan
import Testing

@Suite struct ChecklistCommandTests {
  @Test func whatThePlanShowsIsTickedAndTheRestIsLeftToYou() {
    #expect(
      run(["checklist"])
        == Outcome(
          output: """
            TikTok Events API:

            [ ]  1 create a pixel: left to you
                   Events Manager lists it, with the connection method Events API
            [ ]  2 generate an access token: left to you
                   it is kept where secrets are kept: TikTok shows it once, and nothing here holds it
                   · pixel D6AP4E3C77U3L7SP8O7G has the secret TIKTOK_ACCESS_TOKEN
            [x]  3 note the pixel code
                   · D6AP4E3C77U3L7SP8O7G
            [x]  4 add the tag template
                   · a template of its own for each of 2 events
            [x]  5 configure the tag
                   · consent: ad_storage
            [x]  6 set the triggers
                   · page_view → Pageview
                   · purchase → Purchase
            [x]  7 map the user data
                   · email, ttclid, ip, user_agent
            [x]  8 map contents, value and currency
                   · Purchase: contents, value, currency
            [x]  9 share an event id with the pixel
                   · event data 'event_id'
            [ ] 10 test: left to you
                   'test' passes, and a real conversion shows under Test Events within 30 seconds
            [ ] 11 take the test code out and publish: left to you
                   no test event code stands where events are real, and the new version is published
            [ ] 12 look at the match quality: left to you
                   after one or two days Events Manager shows it

            7 done, 5 left to you

            """))
  }

  private static let brokenLine = #line + 4
  private static func broken() -> Plan {
    Plan(serverContainers: [
      ServerContainer("Shop", publicID: "GTM-ABC1234") {
        TikTok(
          pixelCode: "D6AP4E3C77U3L7SP8O7G", accessToken: .secret("TIKTOK_ACCESS_TOKEN"),
          testEventCode: .secret("TIKTOK_TEST_EVENT_CODE"), consent: .required(.adStorage),
          deduplication: .sharedEventID(.eventData("event_id"))
        ) {
          Email(.eventData("user_data.email_address"))
          Phone(.eventData("user_data.phone_number"), defaultCountryCode: "49")
          ClickID(.urlParameter("ttclid"))
          BrowserID(.cookie("_ttp"))
        } events: {
          On("PageView", send: .pageview())
        }
      }
      .allowing(.missingClient, because: "the container has one")
    ])
  }

  @Test func theFirstBrokenStepIsPointedAt() {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().path
    let outcome = run(["checklist"], plan: Self.broken(), workingDirectory: folder)
    #expect(outcome.status == .finding)
    #expect(
      outcome.output.contains(
        """
        [!]  6 set the triggers
               each event of the site is sent as an event that TikTok knows
               · PageView → Pageview
               ChecklistCommandTests.swift:\(Self.brokenLine + 10): warning: 'PageView' is TikTok's name, and events arrive under the site's own [tiktok-name-as-trigger]
               ChecklistCommandTests.swift:\(Self.brokenLine + 10): note: GA4 calls this event 'page_view'
        [x]  7 map the user data

        """), "\(outcome.output)")
    #expect(outcome.output.contains("[!] 11 take the test code out and publish\n"))
    #expect(
      outcome.output.hasSuffix(
        """

        6 done, 4 left to you, 2 broken
        begin with step 6, 'set the triggers': the later ones rely on it

        """), "\(outcome.output)")
  }

  @Test func aProgramGetsTheSame() throws {
    let outcome = run(["checklist", "--format", "json"], plan: Self.broken())
    let lists = try JSON.read(Array(outcome.output.utf8), file: nil)
    let list = try #require(lists.array?.first)
    #expect(list["firstBroken"]?.number?.integer == 6)
    let steps = try #require(list["steps"]?.array)
    #expect(steps.map { $0["number"]?.number?.integer } == Array(1...12))
    #expect(
      steps.map { $0["state"]?.string } == [
        "open", "open", "done", "done", "done", "broken", "done", "done", "done", "open",
        "broken", "open",
      ])
    #expect(steps[5]["diagnostics"]?.array?.first?["rule"]?.string == "tiktok-name-as-trigger")
    let clean = try JSON.read(Array(run(["checklist", "--format", "json"]).output.utf8), file: nil)
    #expect(clean.array?.first?["firstBroken"] == .null)
  }

  @Test func aPlanWithoutDestinationsHasNothingToSetUp() {
    let plan = Plan(serverContainers: [
      ServerContainer("Shop", publicID: "GTM-ABC1234") { GA4Client() }
    ])
    #expect(
      run(["checklist"], plan: plan)
        == Outcome(errors: "plan 'SmallPlan' has no destination to set up\n"))
    #expect(run(["checklist"], plan: Plan(serverContainers: [])).status == .finding)
  }

  @Test func anEnvironmentHasItsOwnList() {
    func list(_ environment: String) -> Outcome {
      run(["checklist", "--environment", environment], variants: { TwoEnvironments.variants })
    }
    #expect(list("staging").output.contains("container GTM-DEF5678 is for tests"))
    #expect(!list("production").output.contains("GTM-DEF5678"))
    #expect(list("production").output.contains("· D6AP4E3C77U3L7SP8O7G\n"))
    #expect(list("staging").output.contains("· D8KU48BC77U7CO3SHUSG\n"))
    #expect(list("stage").status == .failure)
  }
}
