import TagwrightPlan
import Testing

/// What is wrong with a destination's declaration, before anything runs.
@Suite struct TikTokCheckTests {
  @Test func whatCannotBeSentIsReportedWhereItStands() {
    let plan = CompiledPlan {
      TikTok(
        pixelCode: "", accessToken: .secret("T"),
        consent: .waived(because: " "),
        deduplication: .notNeeded(because: "")
      ) {
        Email()
        Phone(.eventData("p"), defaultCountryCode: "+49")
        BrowserID(.cookie("_ttp"), keptInCookieFor: .days(0))
        ClickID(.cookie("ttclid"), keptInCookieFor: .days(800))
        IPAddress()
      } events: {
        On("", send: .lead())
        On("lead ", send: .lead())
        On("none", send: .custom(""))
        On("own", send: .lead(), consent: .waived(because: "")) { ExternalID() }
      }
    }
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0] } == [
        "+1: error: '' is not a pixel code [pixel-code]",
        "+3: error: consent is waived without a reason [missing-reason]",
        "+4: warning: 4 events have no event id, and the pixel runs in the browser [missing-event-id]",
        "+4: error: deduplication is left out without a reason [missing-reason]",
        "+6: error: match key 'Email' has no source [match-key-without-source]",
        "+7: error: '+49' is not a country code of a phone number [country-code]",
        "+8: error: the cookie of 'BrowserID' is kept for no time [cookie-lifetime]",
        "+9: warning: the cookie of 'ClickID' is meant to live longer than browsers allow [long-cookie-lifetime]",
        "+12: error: a trigger has no name [empty-name]",
        "+12: error: '' is not a name of an event [event-name]",
        "+13: error: 'lead ' is not a name of an event [event-name]",
        "+14: error: event 'none' is sent without a name [empty-event-name]",
        "+15: error: match key 'ExternalID' has no source [match-key-without-source]",
        "+15: error: consent is waived without a reason [missing-reason]",
      ])
  }

  @Test(arguments: ["49", "1", "998"])
  func aCountryCodeIsItsDigits(_ code: String) {
    let plan = CompiledPlan {
      tikTok {
        Phone(.eventData("p"), defaultCountryCode: code)
      } events: {
        On("a", send: .lead())
      }
    }
    #expect(plan.problems == [])
  }

  @Test(arguments: ["", "+49", "0049", "DE", "049", "1234", "4 9", "４９"])
  func anythingElseIsNone(_ code: String) {
    let plan = CompiledPlan {
      tikTok {
        Phone(.eventData("p"), defaultCountryCode: code)
      } events: {
        On("a", send: .lead())
      }
    }
    #expect(plan.rules == ["country-code"])
  }
}
