import CustomTemplate
import Foundation
import JSONText
import SandboxedJS

/// The purchase template, run in turns here and by `node` with its compiler, as a shop's server would run it.
enum TemplateComparison {
  private static let rounds = 21
  /// Runs of one round; `node` has compiled the template to machine code long before the last.
  private static let runs = 500

  static func print() {
    guard let template = TemplateFigures.purchaseTemplates(count: 1).first,
      let script = try? CompiledScript(template: template.code),
      let node = NodeProcess(work: sandbox, argument: argument(template.code))
    else { return Swift.print("\nThe template was not compared with another engine.") }
    var (own, other, ratios): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<rounds {
      var body = ""
      let time = FigureTable.milliseconds {
        for _ in 0..<runs {
          let run = TemplateRun(
            script, kind: .tag, data: TemplateFigures.fields,
            environment: TemplateFigures.environment)
          body = run.record.requests.first?.body ?? ""
        }
      }
      guard let answer = node.run("\(runs)"), answer.result == body, !body.isEmpty else {
        return Swift.print("\nThe template was not compared: node sends another request.")
      }
      own.append(time)
      other.append(answer.milliseconds)
      ratios.append(time / answer.milliseconds)
    }
    func median(_ values: [Double]) -> Double { FigureTable.rounded(values.sorted()[rounds / 2]) }
    Swift.print("\n| template | here | node | ratio, median of pairs |")
    Swift.print("| --- | ---: | ---: | ---: |")
    Swift.print(
      "| purchase, \(runs) runs | \(median(own)) ms | \(median(other)) ms | \(median(ratios)) |")
  }

  private static func argument(_ code: String) -> String {
    let argument: JSON = [
      "code": .string(code), "fields": TemplateFigures.fields.json ?? .null,
      "eventData": TemplateFigures.eventData.json ?? .null,
      "time": .number(JSONNumber(Int(Environment.defaultTime))),
      "answer": .string(TemplateFigures.answer),
    ]
    return argument.text(.compact)
  }

  /// The APIs that the template asks for, without what makes a sandbox safe, and one answer for its request.
  ///
  /// A promise is settled at once, so that a run ends before the next begins.
  private static let sandbox = """
    const crypto = require('crypto');
    const settled = (value) => ({then: (next) => settled(next(value)), catch: () => settled(value)});
    const valueAt = (path) => path.split('.').reduce((value, key) => value == null ? undefined : value[key], argument.eventData);
    let body;
    const apis = {
      JSON, Math,
      getCookieValues: () => [],
      getEventData: (path) => { const value = valueAt(path); return typeof value === 'object' ? structuredClone(value) : value; },
      getRequestHeader: () => undefined,
      getTimestampMillis: () => argument.time,
      getType: (value) => value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value,
      logToConsole: () => {},
      parseUrl: (text) => {
        if (!URL.canParse(text)) return undefined;
        const {host, hostname, searchParams} = new URL(text);
        return {host, hostname, searchParams: Object.fromEntries(searchParams)};
      },
      sendHttpRequest: (url, options, text) => { body = text; return settled({statusCode: 200, headers: {}, body: argument.answer}); },
      setCookie: () => {},
      sha256Sync: (text) => crypto.createHash('sha256').update(text, 'utf8').digest('hex'),
    };
    const template = new Function('require', 'data', argument.code);
    const work = (runs) => {
      for (let run = 0; run < runs; run++) {
        template((name) => apis[name], {...argument.fields, gtmOnSuccess: () => {}, gtmOnFailure: () => {}});
      }
      return body;
    };
    """
}
