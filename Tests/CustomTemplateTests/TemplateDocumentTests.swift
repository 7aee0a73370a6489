import CustomTemplate
import Diagnostics
import TestSupport
import Testing

@Suite struct TemplateDocumentTests {
  @Test func aByteOrderMarkAndLineEndsOfWindowsAreAccepted() throws {
    let windows =
      "\u{FEFF}"
      + ExampleTemplate.text.split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: "\r\n")
    let file = try TemplateDocument.read(windows, file: "example.tpl")
    #expect(file.template == ExampleTemplate.template)
    #expect(file.sectionsInForeignStyle.count == file.sections.count)
    #expect(file.sections.map(\.text).allSatisfy { $0.contains("\r\n") })
  }

  @Test func sectionsStandInAnyOrderWithAnyBlankLines() throws {
    let text = """
      /** @license */
        ___NOTES___
      Made by hand
      ___SANDBOXED_JS_FOR_SERVER___
      data.gtmOnSuccess();
      ___INFO___


      {"type":"TAG","displayName":"Hand"}

      """
    let file = try TemplateDocument.read(text, file: "hand.tpl")
    #expect(file.preamble == "/** @license */\n")
    #expect(file.template.notes == "Made by hand")
    #expect(file.template.code == "data.gtmOnSuccess();")
    #expect(file.template.info.displayName == "Hand")
    #expect(file.template.fields.isEmpty && file.template.permissions.isEmpty)
    #expect(file.template.tests == nil && file.template.scenarios.isEmpty)
    #expect(
      file.sectionsInForeignStyle.map(\.name) == ["NOTES", "SANDBOXED_JS_FOR_SERVER", "INFO"])
  }

  @Test func aSectionThatIsNotKnownIsKept() throws {
    let text = ExampleTemplate.text + "___LATER___\n\nsomething\n\n\n"
    let file = try TemplateDocument.read(text, file: "example.tpl")
    #expect(file.template.unknownSections == [.init(name: "LATER", text: "something")])
    #expect(file.template.text == text)
    #expect(file.sectionsInForeignStyle.isEmpty)
  }

  @Test func aSectionThatStandsTwiceWithTheSameTextIsAccepted() throws {
    let terms = "___TERMS_OF_SERVICE___\n\nBe kind.\n\n\n"
    let file = try TemplateDocument.read(terms + ExampleTemplate.text + terms, file: "example.tpl")
    #expect(file.template.termsOfService == "Be kind.")
    #expect(file.template.text == terms + ExampleTemplate.text)
  }

  @Test func theLinesOfTheCodeAreKnown() throws {
    let file = try TemplateDocument.read(ExampleTemplate.text, file: "example.tpl")
    let lines = ExampleTemplate.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[file.codeLines[1] - 1] == "const log = require('logToConsole');")
    #expect(lines[file.codeLines[3] - 1] == "data.gtmOnSuccess();")
    #expect(file.section(.info)?.line == 1)
  }

  @Test func aSectionThatWasEditedIsFound() throws {
    let text = ExampleTemplate.text.replacingSection(
      "TEMPLATE_PARAMETERS", with: #"[{"type":"LABEL"}]"#)
    let file = try TemplateDocument.read(text, file: "example.tpl")
    #expect(file.sectionsInForeignStyle.map(\.name) == ["TEMPLATE_PARAMETERS"])
  }

  @Test(arguments: [
    ("", "t.tpl:1: no line begins a section"),
    ("{}", "t.tpl:1: no line begins a section"),
    ("\n___INFO___\n\n{}", "t.tpl:2: the file has no section '___SANDBOXED_JS_FOR_SERVER___' or"),
    ("___SANDBOXED_JS_FOR_SERVER___\n", "t.tpl:1: the file has no section '___INFO___'"),
    (
      "___INFO___\n{}\n___SANDBOXED_JS_FOR_SERVR___\n",
      "t.tpl:3: the file has no section '___SANDBOXED_JS_FOR_SERVER___' or '___SANDBOXED_JS_FOR_WEB_TEMPLATE___', but it has '___SANDBOXED_JS_FOR_SERVR___', which is not known"
    ),
    (
      "___SANDBOXED_JS_FOR_SERVER___\n___SANDBOXED_JS_FOR_WEB_TEMPLATE___\n___INFO___\n{}",
      "t.tpl:2: in ___SANDBOXED_JS_FOR_WEB_TEMPLATE___: the file has server code too"
    ),
    (
      "___SANDBOXED_JS_FOR_SERVER___\n___INFO___\n\n{\"type\":\n\n]",
      "t.tpl:6:1: in ___INFO___: expected a value, found ']'"
    ),
    (
      "___SANDBOXED_JS_FOR_SERVER___\n___INFO___\n\n[]",
      "t.tpl:4: in ___INFO___: expected a JSON object"
    ),
    (
      "___SANDBOXED_JS_FOR_SERVER___\n___INFO___\n{\"type\":\"VARIABLE\"}",
      "t.tpl:3: in ___INFO___: 'type' is one of 'TAG', 'MACRO' (a variable) and 'CLIENT', not 'VARIABLE'"
    ),
    (
      "___SANDBOXED_JS_FOR_SERVER___\n___INFO___\n{\"type\":\"TAG\"}\n___TEMPLATE_PARAMETERS___\n[1]",
      "t.tpl:5: in ___TEMPLATE_PARAMETERS___: expected a list of fields, each an object"
    ),
    (
      "___SANDBOXED_JS_FOR_SERVER___\n___INFO___\n{\"type\":\"TAG\"}\n___SERVER_PERMISSIONS___\n{}",
      "t.tpl:5: in ___SERVER_PERMISSIONS___: expected a JSON array"
    ),
    (
      "___SANDBOXED_JS_FOR_SERVER___\n___INFO___\n{\"type\":\"TAG\"}\n___SERVER_PERMISSIONS___\n[{\"instance\":{}}]",
      "t.tpl:5: in ___SERVER_PERMISSIONS___: a permission has no name at 'instance.key.publicId'"
    ),
    (
      "___SANDBOXED_JS_FOR_SERVER___\n___INFO___\n{\"type\":\"TAG\"}\n___WEB_PERMISSIONS___\n[]",
      "t.tpl:4: in ___WEB_PERMISSIONS___: a template with server code has '___SERVER_PERMISSIONS___' instead"
    ),
    (
      "___NOTES___\na\n___NOTES___\nb",
      "t.tpl:3: in ___NOTES___: the section is already at line 1, with another text"
    ),
  ])
  func anErrorSaysWhatIsWrongAndWhere(text: String, message: String) throws {
    let error = try #require(throws: TemplateReadError.self) {
      try TemplateDocument.read(text, file: "t.tpl")
    }
    #expect("\(error)".hasPrefix(message), "\(error)")
  }

  @Test func bytesThatAreNoUTF8AreAnErrorOnTheirLine() throws {
    let bytes = Array("___NOTES___\n\n".utf8) + [0xC3, 0x28]
    let error = try #require(throws: TemplateReadError.self) {
      try TemplateDocument.read(bytes, file: "t.tpl")
    }
    #expect("\(error)" == "t.tpl:3: the line is not UTF-8: save the file as UTF-8")
  }

  @Test func moreSectionsThanATemplateCanHaveAreAnError() throws {
    let text = String(repeating: "___NOTES___\n", count: 5000)
    let error = try #require(throws: TemplateReadError.self) {
      try TemplateDocument.read(text, file: "t.tpl")
    }
    #expect("\(error)".hasPrefix("t.tpl:101: the file has more than 100 sections"))
  }

  @Test func deepNestingIsAnError() throws {
    let deep = String(repeating: "[", count: 100_000)
    let text = ExampleTemplate.text.replacingSection("TEMPLATE_PARAMETERS", with: deep)
    let error = try #require(throws: TemplateReadError.self) {
      try TemplateDocument.read(text, file: "t.tpl")
    }
    #expect(error.section == "TEMPLATE_PARAMETERS" && error.message.contains("nested deeper"))
  }

  @Test(arguments: [("\"", "\""), ("'", "'"), ("", ""), ("|-\n", ""), ("\"", "\\ud83d\\ude00\"")])
  func aVeryLongLineIsRead(before: String, after: String) throws {
    let long = "x" + String(repeating: "   x", count: 50_000)
    let text = ExampleTemplate.text.replacingSection(
      "TESTS", with: "scenarios: []\nsetup: \(before)\(before == "|-\n" ? "  " : "")\(long)\(after)"
    )
    let setup = try TemplateDocument.read(text, file: "t.tpl").template.setup
    #expect(setup?.utf8.count == long.utf8.count + (after.utf8.count > 1 ? 4 : 0))
  }

  /// Every end and many changes of a text: an error with a place, or a template that is stable.
  @Test(arguments: 0..<8)
  func noBrokenFileIsTakenWrongly(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let whole = Array(ExampleTemplate.text.utf8)
    let lines = whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
    for _ in 0..<150 {
      var bytes = Array(
        whole.prefix(generator.below(2) == 0 ? whole.count : generator.below(whole.count)))
      for _ in 0..<generator.below(4) where !bytes.isEmpty {
        let signs = Array("\"'{}[]:-|\n\t \\_#,\u{1}a".utf8) + [0xFF]
        bytes[generator.below(bytes.count)] = signs[generator.below(signs.count)]
      }
      do throws(TemplateReadError) {
        let template = try TemplateDocument.read(bytes, file: "t.tpl").template
        let again = try TemplateDocument.read(template.text, file: "t.tpl").template
        #expect(again == template)
      } catch {
        #expect((1...lines + 4).contains(error.place.line) && !error.message.isEmpty)
      }
    }
  }
}
