import Tagwright
import Testing

@Suite struct ParsedArgumentsTests {
  static let check = Option.flag("check", "only look")
  static let into = Option.text("into", "DIR", "where to")
  static let format = Option.choice("format", ["text", "json", "github"], "how to print")
  static let options = [check, into, format]
  static let files = Operands("[FILE [FILE]]", "what to compare", count: 0...2)

  struct Reading: Sendable, CustomTestStringConvertible {
    let typed: [String]
    var check = false
    var into: String?
    var format: String?
    var operands: [String] = []
    var testDescription: String { typed.joined(separator: " ") }
  }

  @Test(arguments: [
    Reading(typed: []),
    Reading(typed: ["--check"], check: true),
    Reading(typed: ["--into", "out"], into: "out"),
    Reading(typed: ["--into=out"], into: "out"),
    Reading(typed: ["--into=a=b"], into: "a=b"),
    Reading(typed: ["--into=--check"], into: "--check"),
    Reading(typed: ["--into", "-"], into: "-"),
    Reading(typed: ["--into", "-5"], into: "-5"),
    Reading(typed: ["--into", "two words"], into: "two words"),
    Reading(typed: ["--format", "json"], format: "json"),
    Reading(typed: ["a", "--check", "b"], check: true, operands: ["a", "b"]),
    Reading(typed: ["-"], operands: ["-"]),
    Reading(typed: ["--", "--check", "-x"], operands: ["--check", "-x"]),
    Reading(typed: ["--into", "out", "--", "--"], into: "out", operands: ["--"]),
    Reading(typed: ["--check", "--"], check: true),
    Reading(typed: [""], operands: [""]),
  ])
  func readsOptionsAndOperands(_ reading: Reading) throws {
    let parsed = try ParsedArguments(
      reading.typed, options: Self.options, operands: Self.files)
    #expect(parsed.has(Self.check) == reading.check)
    #expect(parsed[Self.into] == reading.into)
    #expect(parsed[Self.format] == reading.format)
    #expect(parsed.operands == reading.operands)
    #expect(!parsed.asksForHelp)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let typed: [String]
    let text: String
    var testDescription: String { typed.joined(separator: " ") }
  }

  @Test(arguments: [
    Refusal(
      typed: ["--chek"], text: "error: unknown option '--chek'\nnote: did you mean '--check'?"),
    Refusal(
      typed: ["--chek=1"], text: "error: unknown option '--chek'\nnote: did you mean '--check'?"),
    Refusal(
      typed: ["--secrets"],
      text: "error: unknown option '--secrets'\n"
        + "note: there are '--check', '--into', '--format', '--help'"),
    Refusal(
      typed: ["-c"],
      text: "error: unknown option '-c'\n"
        + "note: there are '--check', '--into', '--format', '--help'"),
    Refusal(
      typed: ["---check"],
      text: "error: unknown option '---check'\nnote: did you mean '--check'?"),
    Refusal(typed: ["--check=yes"], text: "error: '--check' takes no value"),
    Refusal(typed: ["--check="], text: "error: '--check' takes no value"),
    Refusal(typed: ["--check", "--check"], text: "error: '--check' is given twice"),
    Refusal(typed: ["--into", "a", "--into=b"], text: "error: '--into' is given twice"),
    Refusal(typed: ["--into"], text: "error: '--into' needs a value\nnote: write '--into DIR'"),
    Refusal(typed: ["--into="], text: "error: '--into' needs a value\nnote: write '--into DIR'"),
    Refusal(
      typed: ["--into", ""], text: "error: '--into' needs a value\nnote: write '--into DIR'"),
    Refusal(
      typed: ["--into", "--check"],
      text: "error: '--into' needs a value\nnote: write '--into DIR'"),
    Refusal(
      typed: ["--into", "--"], text: "error: '--into' needs a value\nnote: write '--into DIR'"),
    Refusal(
      typed: ["--format", "jsn"],
      text: "error: '--format' cannot be 'jsn'\nnote: did you mean 'json'?"),
    Refusal(
      typed: ["--format", "markdown"],
      text: "error: '--format' cannot be 'markdown'\nnote: there are 'text', 'json', 'github'"),
    Refusal(typed: ["a", "b", "c"], text: "error: unexpected argument 'c'"),
    Refusal(typed: ["a", "b", "\u{1B}[31m"], text: "error: unexpected argument '\\u{1B}[31m'"),
  ])
  func refusesWhatACommandDoesNotTake(_ refusal: Refusal) {
    let error = #expect(throws: CommandError.self) {
      try ParsedArguments(refusal.typed, options: Self.options, operands: Self.files)
    }
    #expect(error?.text() == refusal.text)
  }

  @Test func anOperandThatIsNeededIsAskedFor() {
    let error = #expect(throws: CommandError.self) {
      try ParsedArguments([], options: [], operands: Operands("FILE", "the template", count: 1...1))
    }
    #expect(error?.text() == "error: an argument is missing\nnote: FILE: the template")
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["--check", "--help", "--nonsense"], ["a", "b", "-h", "c"],
  ])
  func helpIsGivenWhateverElseIsTyped(_ typed: [String]) throws {
    #expect(try ParsedArguments(typed, options: Self.options).asksForHelp)
  }
}
