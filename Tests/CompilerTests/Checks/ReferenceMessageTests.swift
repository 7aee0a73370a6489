import TagwrightPlan
import Testing

/// What is said where a name leads nowhere, or is written as another system writes it.
@Suite struct ReferenceMessageTests {
  @Test func aVariableOfTheLiveContainerIsDeclaredAndReferredTo() throws {
    let plan = CompiledPlan {
      ExternalVariable("JS - ttclid")
      tikTok(userData: { ClickID(.variable("JS - ttclid")) }) {
        On("purchase", where: .variable("JS - ttclid").contains("E."), send: .lead())
      }
    }
    #expect(plan.problems == [])
    #expect(try !plan.names("variable").contains("JS - ttclid"))
    #expect(try plan.file("server-container.json").contains("{{JS - ttclid}}"))
  }

  @Test func anUnknownVariableIsNamedOnceWithNearNamesAlone() {
    let plan = CompiledPlan {
      RawVariable("Shop id", type: "c", parameters: [.text("value", "1")])
      RawTag(
        "t", type: "x", parameters: [.source("a", .variable("Shop ib"))], firing: [.allEvents()])
      RawTag("u", type: "x", parameters: [.text("a", "{{JS - ttclid}}")], firing: [.allEvents()])
    }
    #expect(
      plan.problems == [
        """
        +3: error: there is no variable 'Shop ib' in this container [unknown-variable]
        +3: note: did you mean 'Shop id'?
        """,
        """
        +4: error: there is no variable 'JS - ttclid' in this container [unknown-variable]
        +4: note: declare it: 'RawVariable("JS - ttclid", …)', or 'ExternalVariable("JS - ttclid")' if the container that you merge into has it
        """,
      ])
  }

  @Test func anExternalVariableHasANameOfItsOwn() {
    let plan = CompiledPlan {
      RawVariable("Shop", type: "c", parameters: [.text("value", "1")])
      ExternalVariable("Shop")
    }
    #expect(plan.rules == ["duplicate-name"])
  }

  @Test(arguments: [
    (
      Source.eventData("{{DLV - phone}}"),
      "'.eventData' takes a name without braces, not '{{DLV - phone}}'",
      "write '.eventData(\"phone\")'; a variable is '.variable(\"DLV - phone\")'"
    ),
    (
      .cookie("{{_ttp}}"), "'.cookie' takes a name without braces, not '{{_ttp}}'",
      "write '.cookie(\"_ttp\")'; a variable is '.variable(\"_ttp\")'"
    ),
    (
      .variable("{{Shop}}"), "'.variable' takes a name without braces, not '{{Shop}}'",
      "write '.variable(\"Shop\")'"
    ),
  ])
  func bracesWhereANameBelongs(_ source: Source, _ message: String, _ note: String) {
    let plan = CompiledPlan { tikTok { On("purchase", send: .lead(reading: source)) } }
    let found = plan.problems.filter { $0.contains("[braces-in-name]") }
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
    #expect(found.first?.hasSuffix("note: \(note)") == true, "\(found)")
  }

  @Test func aLineThatWasPastedTwiceIsNotCountedTwice() {
    let plan = CompiledPlan {
      tikTok {
        On("generate_lead", send: .lead())
        On("generate_lead", send: .lead())
      }
    }
    #expect(
      plan.problems == [
        """
        +3: error: 'generate_lead' is sent twice as 'Lead' [ambiguous-mapping]
        +2: note: first mapped here
        +3: note: take one of them out: each would be counted
        +3: note: or narrow both with 'where:', and give one a 'name:' of its own
        """
      ])
  }

  @Test func aFunctionThatIsCalledTwiceSaysSo() {
    let plan = CompiledPlan {
      for _ in 0..<2 { tikTok { On("search", send: .lead()) } }
    }
    #expect(
      plan.problems == [
        """
        +1: error: two destinations are named 'TikTok' [duplicate-name]
        +1: note: both are declared on this line
        +1: note: give each a name of its own, such as 'TikTok("TikTok 2", …)'
        """
      ])
  }
}
