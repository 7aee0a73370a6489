import Diagnostics
import TagwrightPlan
import Testing

@Suite struct SourceTests {
  @Test func sourcesAreEqualWhereTheyReadTheSame() {
    let here = Source.eventData("value")
    let there = Source.eventData("value")
    #expect(here.place != there.place)
    #expect(here.kind == there.kind)
    #expect(Set([here, there]).count == 1)
    #expect(Source.eventData("a").kind != Source.cookie("a").kind)
    #expect(
      Source.lookupTable("T", of: here, ["a": "b"]).kind
        == Source.lookupTable("T", of: there, ["a": "b"]).kind)
    #expect(
      Source.lookupTable("T", of: here, ["a": "b"]).kind
        != Source.lookupTable("T", of: here, ["a": "b"], default: "").kind)
  }

  @Test func aSourceRemembersItsLine() {
    let source = Source.eventData("value")
    #expect(source.place.line == #line - 1)
    #expect(source.place.file == "\(#filePath)")
    let manyLines = Source.lookupTable(
      "T",
      of: .cookie("c"),
      ["a": "b"])
    #expect(manyLines.place.line == #line - 4)
  }

  @Test func constantsAreText() {
    let cases: [(Source, String)] = [
      (.constant("EUR"), "EUR"), (.constant(0), "0"), (.constant(-7), "-7"),
      (.constant(9.5), "9.5"),
      (.constant(10.0), "10"), (.constant(1e20), "1e+20"), (.constant(1e15), "1000000000000000"),
      (.constant(0.1), "0.1"), (.constant(1e-7), "1e-07"),
    ]
    for (source, text) in cases { #expect(source.kind == .constant(text)) }
  }

  @Test func aFirstOfIsAskedInOrderHoweverItIsNested() {
    let source = Source.firstOf(
      .cookie("a"), .firstOf(.eventData("b"), .firstOf(), .constant(1)), .urlParameter("c"))
    #expect(source.candidates == [.cookie("a"), .eventData("b"), .constant(1), .urlParameter("c")])
    #expect(Source.cookie("a").candidates == [.cookie("a")])
  }

  @Test func rowsKeepTheirOrder() throws {
    let source = Source.regexTable("T", of: .cookie("c"), ["z": "1", "a": "2", "z": "3"])
    guard case .regexTable(let table) = source.kind else {
      Issue.record("\(source.kind)")
      return
    }
    #expect(table.rows.map(\.input) == ["z", "a", "z"])
    #expect(table.rows.map(\.output) == ["1", "2", "3"])
    #expect(table.ignoresCase && table.matchesWhole && table.fallback == nil)
  }

  @Test func matchKeysStandInTheOrderOfTheirKinds() {
    let keys = [UserAgent().matchKey, Email(.eventData("e")).matchKey, IPAddress().matchKey]
    #expect(keys.inOrder.map(\.kind) == [.email, .ipAddress, .userAgent])
  }
}
