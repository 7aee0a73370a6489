import TagwrightPlan
import Testing

@Suite struct RawEntityCheckTests {
  @Test func typesThatAServerContainerLacksAreReported() {
    let plan = CompiledPlan {
      RawTag("a", type: "googtag", firing: [.allEvents()])
      RawTag("b", type: "html", firing: [.allEvents()])
      RawTag("c", type: "cvt_123_4", firing: [.allEvents()])
      RawTag("d", type: "", firing: [.allEvents()])
      RawVariable("e", type: "k")
      RawVariable("f", type: "jsm")
      RawVariable("g", type: "cvt_5TP8W")
      RawClient("h", type: "")
      RawVariable("i", type: "never_seen")
    }
    #expect(
      plan.problems == [
        """
        +1: error: server containers have no tag of type 'googtag' [unknown-type]
        +1: note: it belongs to web containers; here it is 'sgtmgaaw'
        """,
        """
        +2: error: server containers have no tag of type 'html' [unknown-type]
        +2: note: it belongs to web containers
        """,
        """
        +3: error: tag 'c' is made from a template that is not here [unknown-type]
        +3: note: an import needs the template too: declare it from its .tpl file
        """,
        """
        +4: error: tag 'd' has no type [unknown-type]
        +4: note: name one
        """,
        """
        +5: error: server containers have no variable of type 'k' [unknown-type]
        +5: note: it belongs to web containers; here it is 'sgtmk'
        """,
        """
        +6: error: server containers have no variable of type 'jsm' [unknown-type]
        +6: note: it belongs to web containers
        """,
        """
        +7: error: variable 'g' is made from a template that is not here [unknown-type]
        +7: note: an import needs the template too: declare it from its .tpl file
        """,
        """
        +8: error: client 'h' has no type [unknown-type]
        +8: note: name one
        """,
      ])
  }

  @Test func noKeyStandsTwice() {
    let plan = CompiledPlan {
      RawTag(
        "a", type: "http_request",
        parameters: [
          .text("url", "x"),
          .text("url", "y"),
          .table("headers", [[.text("key", "a")], [.text("key", "b"), .boolean("key", true)]]),
          .text("", "z"),
        ], firing: [.allEvents()])
    }
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0] } == [
        "+5: error: 'a' has 'url' twice [repeated-key]",
        "+6: error: 'headers' has 'key' twice [repeated-key]",
        "+7: error: a parameter of 'a' has no key [empty-name]",
      ])
  }

  @Test(arguments: ["", "token", "TIKTOK TOKEN", "1TOKEN", "a3f9c0ffee", "TOKÉN", "A-B"])
  func aSecretIsNamedAndNeverShown(_ name: String) {
    let plan = CompiledPlan {
      RawTag(
        "a", type: "http_request",
        parameters: [.secret("url", .secret(name))], firing: [.allEvents()])
      TikTok(
        pixelCode: "PIXEL00000000000TEST", accessToken: .secret(name),
        consent: .waived(because: "test"), deduplication: .notNeeded(because: "test")
      ) {
      } events: {
        On("a", send: .lead())
      }
    }
    let expected = """
      error: a secret is not named like an environment variable [secret-name]
      +LINE: note: name it in capitals, such as 'TIKTOK_ACCESS_TOKEN'; its value stands in the environment only
      """
    #expect(
      plan.problems.filter { !$0.contains("empty-name") }
        == [3, 5].map { line in
          "+\(line): " + expected.replacing("LINE", with: "\(line)")
        })
    #expect(plan.paths == [])
  }

  @Test(arguments: ["A", "_A", "TIKTOK_ACCESS_TOKEN", "A1"])
  func namesOfEnvironmentVariablesAreSecrets(_ name: String) {
    let plan = CompiledPlan {
      RawTag(
        "a", type: "http_request", parameters: [.secret("url", .secret(name))],
        firing: [.allEvents()])
    }
    #expect(plan.problems == [])
  }
}
