import Diagnostics
import TagwrightPlan
import Testing

@Suite struct SourceCheckTests {
  /// A source that cannot be, and what is said of it where it stands on the line of the call plus one.
  private static let wrong: [(Source, String)] = [
    (
      .constant("{{Event Name}}"),
      """
      error: constant '{{Event Name}}' would be read as a variable reference [reference-in-constant]
      note: use '.variable("…")' to refer to a variable
      """
    ),
    (
      .eventData(""),
      """
      error: '' is not a path of the event data [event-data-path]
      note: name a key, such as 'value'
      """
    ),
    (
      .eventData("items[0].item_id"),
      """
      error: 'items[0].item_id' is not a path of the event data [event-data-path]
      note: write keys and indexes with one dot between: 'items.0.item_id'
      """
    ),
    (
      .eventData(".a..b"),
      """
      error: '.a..b' is not a path of the event data [event-data-path]
      note: write keys and indexes with one dot between: 'a.b'
      """
    ),
    (
      .cookie(" "),
      """
      error: a cookie has no name [empty-name]
      note: name what is read
      """
    ),
    (
      .lookupTable("T", of: .eventData("a"), [:]),
      """
      error: table 'T' has no row [empty-table]
      note: add one or more
      """
    ),
    (
      .lookupTable("T", of: .eventData("a"), ["1": "x", "2": "y", "1": "z"]),
      """
      error: table 'T' has two rows for '1' [repeated-row]
      note: leave one of them
      """
    ),
    (
      .lookupTable("T", of: .eventData("a"), ["1": "{{b}}"]),
      """
      error: '{{b}}' in table 'T' would be read as a variable reference [reference-in-constant]
      note: declare a RawVariable to refer to variables inside a table
      """
    ),
    (
      .lookupTable("T", of: .firstOf(.eventData("a"), .eventData("b")), ["1": "x"]),
      """
      error: no single variable can stand for several sources [first-of-in-variable]
      note: name one source here; 'firstOf' works in the fields of a destination
      """
    ),
    (
      .regexTable("T", of: .eventData("a"), ["(": "x"]),
      """
      error: '(' is not a regular expression: '(' is never closed [bad-pattern]
      note: Tag Manager reads patterns in RE2's syntax
      """
    ),
    (
      .variable("Mein Wert"),
      """
      error: there is no variable 'Mein Wert' in this container [unknown-variable]
      note: did you mean 'Mein-Wert'?
      """
    ),
    (
      .variable("event name"),
      """
      error: there is no variable 'event name' in this container [unknown-variable]
      note: did you mean 'Event Name'?
      """
    ),
  ]

  private static func placed(_ text: String) -> String {
    text.split(separator: "\n").map { "+0: \($0)" }.joined(separator: "\n")
  }

  @Test(arguments: wrong.indices)
  func aWrongSourceIsReportedWhereItStands(_ index: Int) throws {
    let (source, expected) = Self.wrong[index]
    let line = UInt(source.place.line)
    let field = CompiledPlan(line: line) {
      RawVariable("Mein-Wert", type: "c", parameters: [.text("value", "1")])
      tikTok { On("purchase", send: .lead(reading: source)) }
    }
    #expect(field.problems == [Self.placed(expected)])
    let condition = CompiledPlan(line: line) {
      RawVariable("Mein-Wert", type: "c", parameters: [.text("value", "1")])
      tikTok { On("purchase", where: source == "1", send: .lead()) }
    }
    if case .constant = source.kind {
      #expect(condition.rules == ["constant-condition", "reference-in-constant"])
    } else {
      #expect(condition.problems == [Self.placed(expected)])
    }
    let table = CompiledPlan(line: line) {
      RawVariable(
        "Mein-Wert", type: "c", parameters: [.table("rows", [[.source("value", source)]])])
    }
    #expect(table.problems == [Self.placed(expected)])
  }

  @Test func severalSourcesAreRefusedWhereOneVariableStands() {
    let source = Source.firstOf(.eventData("a"), .eventData("b"))
    let plan = CompiledPlan {
      Trigger("t", on: .anyEvent, where: source == "1")
      RawTag("r", type: "http_request", parameters: [.source("url", source)], firing: [.named("t")])
      tikTok { On("purchase", where: source == "1", send: .lead(reading: source)) }
    }
    #expect(
      plan.problems == [
        """
        +-1: error: no single variable can stand for several sources [first-of-in-variable]
        +-1: note: name one source here; 'firstOf' works in the fields of a destination
        """
      ])
  }

  @Test func aFirstOfWithoutSourcesIsRefused() {
    let plan = CompiledPlan {
      tikTok { On("purchase", send: .lead(value: .firstOf(), currency: .firstOf(.firstOf()))) }
    }
    #expect(
      plan.problems == [
        """
        +1: error: 'firstOf' names no source [empty-first-of]
        +1: note: name one or more
        """
      ])
  }

  @Test func aSourceThatManyEventsShareIsReportedOnce() {
    let value = Source.constant("{{x}}")
    let plan = CompiledPlan {
      tikTok {
        for name in ["a", "b", "c"] { On(name, send: .lead(reading: value)) }
      }
    }
    #expect(plan.rules == ["reference-in-constant"])
  }

  @Test func conditionsThatCannotHoldAreRefused() {
    let plan = CompiledPlan {
      tikTok {
        On("a", where: .constant("x") == "x", send: .lead())
        On("b", where: .eventData("x") == "", send: .lead())
        On("c", where: .eventData("x").matches("a{2,1}"), send: .lead())
        On("d", where: .eventData("x") > .infinity, send: .lead())
        On("e", where: .eventData("x") <= .nan, send: .lead())
        On("f", where: .eventData("x").matchesSelector("a"), send: .lead())
        On("g", where: .eventData("x").matches("^{{Client Name}}$"), send: .lead())
      }
    }
    #expect(
      plan.problems.map { $0.split(separator: "\n")[0] } == [
        "+2: error: constant 'x' is the same for every hit [constant-condition]",
        "+3: error: a condition compares with an empty text [empty-comparison]",
        "+4: error: 'a{2,1}' is not a regular expression: a repetition's second count is smaller than its first [bad-pattern]",
        "+5: error: 'inf' is not a number to compare with [not-a-number]",
        "+6: error: 'nan' is not a number to compare with [not-a-number]",
        "+7: warning: a CSS selector selects nothing in a server container [web-operator]",
      ])
  }
}
