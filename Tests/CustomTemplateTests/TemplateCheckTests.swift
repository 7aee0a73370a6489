import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import CustomTemplate

/// What Tag Manager's editor refuses to save or to import.
@Suite struct TemplateCheckTests {
  private static func findings(_ template: WrittenTemplate) throws -> [Diagnostic] {
    TemplateCheck(try TemplateDocument.read(template.text, file: "t.tpl")).findings()
  }

  @Test(arguments: TemplateRule.all.map(\.id)) func examplesOfARuleShowIt(id: String) throws {
    let rule = try #require(TemplateRule.all.first { $0.id == id })
    func rules(_ example: TemplateRule.Example) throws -> [String] {
      var template = WrittenTemplate()
      if example.section == .serverCode, id != "syntax" { template.kind = "TAG" }
      if id == "repeated-claim" {
        template.kind = "CLIENT"
        template.code = ["require('claimRequest')();"]
      }
      template.sections[example.section] = example.text
      let document = try TemplateDocument.read(template.text, file: "t.tpl")
      return TemplateSuite(document).run().findings.map(\.rule)
    }
    #expect(try rules(rule.wrong) == [id])
    #expect(try rules(rule.right) == [])
    #expect(!rule.summary.isEmpty && !rule.documentation.isEmpty)
  }

  @Test func everyRuleHasAFileAndAPlaceInTheRegistry() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CustomTemplate/Check/Rules").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let ids = try files.map { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return text.components(separatedBy: "id: \"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
    }
    let ofScripts = [
      "arrow-called-at-once", "missing-completion", "undeclared-name", "unknown-api",
    ]
    #expect((ids.map(String.init) + ofScripts).sorted() == TemplateRule.all.map(\.id))
  }

  /// One thing that Tag Manager refuses, put into a template that it takes.
  private struct Fault: Sendable {
    let rule: String
    let isWarning: Bool
    let insert: @Sendable (inout WrittenTemplate, inout SeededGenerator) -> Void

    init(
      _ rule: String, isWarning: Bool = false,
      _ insert: @escaping @Sendable (inout WrittenTemplate, inout SeededGenerator) -> Void
    ) {
      self.rule = rule
      self.isWarning = isWarning
      self.insert = insert
    }
  }

  private static let faults: [Fault] = [
    Fault("template-version") { template, random in
      let versions = ["2", "-1", "1.5", "100", #""1""#, "null", "true", "[1]", "1e3"]
      template.version = versions[random.below(versions.count)]
    },
    Fault("field-kind") { template, random in
      let kinds = ["PARAGRAPH", "text", "TAG_SELECT", "", "Checkbox", "TEMPLATE", "NUMBER"]
      template.insertField(
        #"{"type": "\#(kinds[random.below(kinds.count)])", "name": "odd"}"#, &random)
    },
    Fault("field-kind") { template, random in
      let column = ["CHECKBOX", "RADIO", "LINE"][random.below(3)]
      template.insertField(
        #"{"type": "SIMPLE_TABLE", "name": "odd", "simpleTableColumns": [{"type": "\#(column)", "name": "a"}]}"#,
        &random)
    },
    Fault("field-name") { template, random in
      let kind = ["TEXT", "CHECKBOX", "SELECT", "RADIO", "SIMPLE_TABLE"][random.below(5)]
      let name = random.below(2) == 0 ? "" : #", "name": """#
      template.insertField(#"{"type": "\#(kind)"\#(name), "displayName": "Odd"}"#, &random)
    },
    Fault("field-name") { template, random in
      let names = ["gtmOnSuccess", "gtmOnFailure", "gtmEventId", "gtmTagId"]
      template.insertField(
        #"{"type": "TEXT", "name": "\#(names[random.below(names.count)])"}"#, &random)
    },
    Fault("field-name", isWarning: true) { template, random in
      let names = ["my field", "2nd", "a-b", "größe", " odd", "a.b"]
      template.insertField(
        #"{"type": "TEXT", "name": "\#(names[random.below(names.count)])"}"#, &random)
    },
    Fault("container-context") { template, random in
      let side = template.isWeb ? "SERVER" : "WEB"
      let contexts = [
        "[\"\(side)\"]", #"["WEB", "SERVER"]"#, "[]", #"["AMP"]"#, #""SERVER""#, "null",
      ]
      template.contexts = contexts[random.below(contexts.count)]
    },
    Fault("template-name") { template, random in
      template.displayName = ["", " ", "\u{a0}"][random.below(3)]
    },
    Fault("repeated-field-name") { template, random in
      let names = template.names
      template.insertField(
        #"{"type": "CHECKBOX", "name": "\#(names[random.below(names.count)])"}"#, &random)
    },
    Fault("repeated-field-name") { template, random in
      let (list, wrap): (String, (String) -> String) =
        random.below(2) == 0
        ? ("SIMPLE_TABLE", { #""simpleTableColumns": [\#($0), \#($0)]"# })
        : ("PARAM_TABLE", { #""paramTableColumns": [{"param": \#($0)}, {"param": \#($0)}]"# })
      template.insertField(
        #"{"type": "\#(list)", "name": "odd", \#(wrap(#"{"type": "TEXT", "name": "x"}"#))}"#,
        &random)
    },
    Fault("repeated-permission") { template, random in
      let permissions = template.permissions
      template.permissions.insert(
        permissions[random.below(permissions.count)], at: random.below(permissions.count + 1))
    },
    Fault("scenario-name") { template, random in
      let index = random.below(template.scenarios.count)
      var name = Array(template.scenarios[index].name)
      name.insert(Array("\";:")[random.below(3)], at: random.below(name.count + 1))
      template.scenarios[index].name = String(name)
    },
    Fault("undeclared-name") { template, random in
      let uses = ["missing();", "data.a = missing;", "missing = 1;", "data.f = () => missing.b;"]
      template.insertStatement(uses[random.below(uses.count)], &random)
    },
    Fault("unknown-api") { template, random in
      let other = template.isWeb ? CustomTemplate.Side.server : .web
      let apis =
        other == .server
        ? ["sendHttpRequest", "getEventData", "Promise", "getRequestHeader", "sha256Sync"]
        : ["injectScript", "copyFromWindow", "getUrl", "gtagSet", "localStorage"]
      template.insertStatement("require('\(apis[random.below(5)])');", &random)
    },
    Fault("unknown-api") { template, random in
      template.insertStatement("const odd = require('getEverything'); odd();", &random)
    },
    Fault("missing-completion") { template, _ in
      template.kind = "TAG"
      template.code.removeAll { $0.contains("gtmOn") }
    },
    Fault("syntax") { template, random in
      let texts = [
        "data.a = `x`;", "class A {}", "const {a} = data;", "let x = /a/;", "try {} catch (e) {}",
      ]
      template.insertStatement(texts[random.below(texts.count)], &random)
    },
    Fault("unknown-test-key", isWarning: true) { template, random in
      let texts = [
        "description: Says it.", "description: |2-\n\n      Says\n\n     it.",
        "tags:\n  - a\n  - b: c",
        "enabled: true", "notes: \"two\n    lines: here\"", "meta: {a: [b]}",
      ]
      let index = random.below(template.scenarios.count)
      template.scenarios[index].extra = texts[random.below(texts.count)]
    },
    Fault("unescaped-character", isWarning: true) { template, random in
      template.description = "one\(["\n", "\t", "\u{1}"][random.below(3)])two"
    },
    Fault("arrow-called-at-once", isWarning: true) { template, random in
      template.insertStatement("data.b = () => { return 1; }();", &random)
    },
  ]

  /// Seeds of generated templates; more of them where `TAGWRIGHT_THOROUGH` is set.
  private static let templates: UInt64 =
    TestRun.isThorough ? 5_000 : 300

  @Test("of generated templates with one thing that is refused, that one is named")
  func oneFaultInEachTemplate() throws {
    for seed in 0..<Self.templates {
      var random = SeededGenerator(seed: seed)
      var template = WrittenTemplate(&random)
      guard try Self.findings(template) == [] else {
        Issue.record(
          "seed \(seed): \(try Self.findings(template).map { $0.text() })\n\(template.text)")
        return
      }
      let fault = Self.faults[random.below(Self.faults.count)]
      fault.insert(&template, &random)
      let suite = TemplateSuite(try TemplateDocument.read(template.text, file: "t.tpl")).run()
      let found = suite.findings
      let lines = template.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(
        Set(found.map(\.rule)) == [fault.rule],
        "seed \(seed): \(found.map { $0.text() })\n\(template.text)")
      #expect(found.allSatisfy { ($0.severity == .warning) == fault.isWarning })
      #expect(found.allSatisfy { (1...lines).contains($0.place?.line ?? 0) })
      #expect((suite.errors > 0) == !fault.isWarning, "seed \(seed)")
    }
  }

  @Test("a template without scenarios is looked at all the same")
  func withoutScenarios() throws {
    for fault in Self.faults where !["scenario-name", "unknown-test-key"].contains(fault.rule) {
      for seed in 0..<20 as Range<UInt64> {
        var random = SeededGenerator(seed: seed)
        var template = WrittenTemplate(&random)
        fault.insert(&template, &random)
        template.scenarios = []
        let result = TemplateSuite(try TemplateDocument.read(template.text, file: "t.tpl")).run()
        #expect(result.omission == .noScenarios)
        #expect(result.findings.map(\.rule).contains(fault.rule))
        #expect((result.errors > 0) == !fault.isWarning)
      }
    }
  }

  @Test("a marker with white space before it begins its section")
  func indentedMarkers() throws {
    for seed in 0..<1_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let template = WrittenTemplate(&random)
      let plain = try TemplateDocument.read(template.text, file: "t.tpl").template
      let indented = template.text.split(separator: "\n", omittingEmptySubsequences: false).map {
        let blanks = [" ", "  ", "\t", ""][random.below(4)]
        return $0.hasPrefix("___") ? blanks + $0 : String($0)
      }.joined(separator: "\n")
      #expect(try TemplateDocument.read(indented, file: "t.tpl").template == plain, "\(indented)")
    }
  }

  @Test("a line of the code that looks like a marker stays in the code")
  func markerInCode() throws {
    var template = WrittenTemplate()
    template.code = [
      "const f = () => {", "", "  // the next line is no marker", "  ___INFO___", "};",
    ]
    let document = try TemplateDocument.read(template.text, file: "t.tpl")
    #expect(document.template.code == template.code.joined(separator: "\n"))
  }

  @Test("a second scenario that claims the request without a mock is a warning")
  func claims() throws {
    var template = WrittenTemplate()
    template.kind = "CLIENT"
    template.code = ["require('claimRequest')();"]
    template.scenarios = (1...3).map { .init(name: "Claims \($0)", code: "runCode({});") }
    template.scenarios[1].code = "mock('claimRequest', undefined); runCode({});"
    let result = TemplateSuite(try TemplateDocument.read(template.text, file: "t.tpl")).run()
    #expect(result.passed == 3 && result.errors == 0)
    #expect(result.findings.map(\.rule) == ["repeated-claim"])
    #expect(result.findings.first?.place == result.results.last?.place)
  }
}
