import Compiler
import CustomTemplate
import Foundation
import JSONText
import SandboxedJS
import TagwrightPlan

/// Measurements of the speed at which templates are read, run and tested.
enum TemplateFigures {
  static func measure(_ table: inout FigureTable) {
    let templates = purchaseTemplates(count: 50)
    guard let template = templates.first,
      let script = try? CompiledScript(template: template.code)
    else { return table.note("the templates were not measured: the plan does not compile") }
    compile(template, &table)
    run(script, &table)
    test(templates, &table)
  }

  /// The templates that a plan of so many purchases leads to; each does all of the work itself.
  static func purchaseTemplates(count: Int) -> [CustomTemplate] {
    let plan = SamplePlan.plan(events: count, layout: .tagPerEvent, sources: .inline)
    let files = Compilation(plan, name: "Benchmark").files
    return files.filter { $0.path.contains("purchase") }
      .compactMap { try? TemplateDocument.read($0.bytes, file: $0.path).template }
  }

  /// A template's code, again and again, each time inside a function, until it has 1,000 lines.
  private static func compile(_ template: CustomTemplate, _ table: inout FigureTable) {
    let lines = template.code.split(separator: "\n")
    var long: [Substring] = []
    while long.count < 1_000 { long += ["const part\(long.count) = () => {"] + lines + ["};"] }
    let source = long.joined(separator: "\n")
    table.measure("parse and compile a template of \(long.count) lines", runs: 51) {
      (try? CompiledScript(template: source)).map { _ in source.utf8.count } ?? -1
    }
  }

  /// The environment that a purchase hit gives its template.
  static let environment = Environment(
    eventData: eventData, request: IncomingRequest(headers: [NamedText("user-agent", "Example")]),
    answer: { _ in .response(body: answer) })
  /// TikTok's answer to the template's request.
  static let answer = #"{"code":0,"message":"OK"}"#

  private static func run(_ script: CompiledScript, _ table: inout FigureTable) {
    func run() -> TemplateRun {
      TemplateRun(script, kind: .tag, data: fields, environment: environment)
    }
    table.measure(
      "run the purchase template: normalise, hash, send", runs: 51, repetitions: 100
    ) { run().record.requests.first?.body?.utf8.count ?? -1 }
    let once = run()
    table.note(
      "One run of the purchase template takes \(once.steps) steps and \(once.memory >> 10) KiB.")
  }

  /// The whole process, with eight scenarios in each of fifty files.
  private static func test(_ templates: [CustomTemplate], _ table: inout FigureTable) {
    guard let tool = Machine.siblingExecutable("tagwright") else {
      return table.note("'test' was not measured: 'swift build -c release' builds it")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var scenarios = 0
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (number, var template) in templates.enumerated() {
        let chosen = template.scenarios.prefix(8)
        template.tests?.scenarios = Array(chosen)
        scenarios += chosen.count
        try Data(template.bytes).write(to: folder.appendingPathComponent("\(number).tpl"))
      }
    } catch {
      return table.note("'test' was not measured: \(folder.path) cannot be written")
    }
    table.measure(
      "'test' of \(templates.count) templates with \(scenarios) scenarios, the whole process",
      runs: 21
    ) { Machine.run(tool, ["test", folder.path]) == 0 ? 0 : -1 }
  }

  static let eventData: ScriptValue = [
    "event_name": "purchase_1", "x-ga-gcs": "G111",
    "page_location": "https://shop.example.com/thanks?ttclid=E.C.P.example",
    "page_referrer": "https://shop.example.com/cart", "ip_override": "203.0.113.7, 198.51.100.2",
    "user_agent": "Example", "value": "59.98", "currency": "eur", "transaction_id": "T-1",
    "event_id": "event-1",
    "user_data": [
      "email_address": " Alice@Example.com ", "phone_number": "+49 (0)5550 100-123",
    ],
    "items": [
      [
        "item_id": "A-1", "item_name": "Shirt", "item_brand": "Example", "price": "29.99",
        "quantity": 2,
      ],
      ["item_id": "B-2", "item_name": "Socks", "item_category": "Apparel", "price": 0],
    ],
  ]

  static let fields: ScriptValue = [
    "pixel_code": "D6AP4E3C77U3L7SP8O7G", "access_token": "example-token",
  ]
}
