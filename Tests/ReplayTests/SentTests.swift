import JSONText
import Replay
import SandboxedJS
import Simulator
import Testing

/// What was sent, held against what would be.
@Suite struct SentTests {
  private static let base = "https://sgtm.example.com/g/collect?v=2&cid=1.2&gcs=G111"

  private func entry(_ line: String) -> Result<LogEntry?, HitError> {
    Result { () throws(HitError) in try HitLine.entry(Array(line.utf8)) }
  }

  /// A hit with a trace, as Cloud Logging writes it.
  private func hit(_ name: String, id: String?, trace: String?, value: Int = 7) -> String {
    var url =
      "\(Self.base)&en=\(name)&cu=EUR&epn.value=\(value)&ep.transaction_id=T&pr1=idSKU~pr5~qt1"
    if let id { url += "&ep.event_id=\(id)" }
    let end = trace.map { ",\"trace\":\"projects/p/traces/\($0)\"" } ?? ""
    return
      #"{"timestamp":"2026-01-05T10:15:00Z","httpRequest":{"requestMethod":"GET","requestUrl":"\#(url)"}\#(end)}"#
  }

  /// How a server that is a few seconds late logs what the original shop sends for hits.
  private struct Logger {
    var hasBody = true
    var hasTrace = true
    var answer: JSON = ["code": 0, "message": "OK"]

    func lines(_ hits: [String]) throws -> [String] {
      let simulation = try ChangedShop.original.simulation
      var lines: [String] = []
      for line in hits {
        guard case .hit(var hit, _)? = try HitLine.entry(Array(line.utf8)) else { continue }
        hit.time = (hit.time ?? 0) + 4_000
        for tag in try simulation.run(hit).events.flatMap(\.tags) {
          for request in tag.effects.requests {
            let body = try JSON.read(request.body ?? "")
            let event = body["data"]?.array?.first?["event"] ?? ""
            var shared: [JSONObject.Member] = [
              .init("Name", "TikTok"), .init("EventName", event),
            ]
            if hasTrace, let trace = hit.trace {
              shared.append(.init("TraceId", .string(trace)))
            }
            var request: [JSONObject.Member] = [
              .init("Type", "Request"), .init("RequestMethod", "POST"),
              .init("RequestUrl", .string(request.url)),
            ]
            if hasBody { request.append(.init("RequestBody", body)) }
            let response: [JSONObject.Member] = [
              .init("Type", "Response"), .init("ResponseStatusCode", 200),
              .init("ResponseBody", answer),
            ]
            for members in [request, response] {
              lines.append(JSON.object(JSONObject(members + shared)).text(.compact))
            }
          }
        }
      }
      return lines
    }
  }

  private func totals(
    _ hits: [String], sent: [String], shop: ChangedShop = .original
  ) throws -> ReplayTotals {
    let simulation = try shop.simulation
    var log = SentLog(simulation.endpoints)
    for line in sent {
      guard case .sent(let line, _)? = try entry(line).get() else { continue }
      log.add(line)
    }
    var comparison = SentComparison(simulation, log)
    for hit in hits { comparison.add(comparison.play(entry(hit))) }
    comparison.end()
    return comparison.totals
  }

  private func counts(_ totals: ReplayTotals, _ name: String = "Purchase") -> EventCounts {
    totals.kinds[SentKind(destination: "business-api.tiktok.com", name: name)] ?? EventCounts()
  }

  private func hits(_ count: Int, trace: Bool = true, id: Bool = true) -> [String] {
    (0..<count).map {
      hit(
        "purchase", id: id ? "e\($0)" : nil, trace: trace ? "t\($0)" : nil, value: 5 + $0)
    }
  }

  @Test(arguments: [true, false], [true, false])
  func whatWasSentAsExpectedIsFoundByTraceOrById(hasTrace: Bool, hasID: Bool) throws {
    let hits = hits(6, trace: hasTrace, id: hasID)
    let totals = try totals(
      hits, sent: Logger(hasTrace: hasTrace).lines(hits).sorted())
    #expect(totals.isUnchanged)
    let purchase = counts(totals)
    #expect(purchase.requests == BeforeAfter(before: 6, after: 6))
    // Without either, they are paired by number alone.
    #expect(purchase.uncompared == (hasTrace || hasID ? 0 : 6))
    #expect(purchase.unchanged == (hasTrace || hasID ? 6 : 0))
  }

  @Test func whatIsMissingExtraAndDifferentIsCounted() throws {
    let hits = hits(8)
    var sent = try Logger().lines(Array(hits.dropFirst(2)))
    sent += try Logger().lines([hit("purchase", id: "elsewhere", trace: "t99")])
    sent = sent.map { $0.replacing(#""value":10"#, with: #""value":11"#) }
    let purchase = counts(try totals(hits, sent: sent))
    #expect(purchase.come == 2 && purchase.gone == 1 && purchase.changed == 1)
    #expect(purchase.unchanged == 5)
    #expect(purchase.changes == ["properties.value": ["another number": 1]])
  }

  @Test func whatTheDestinationRefusesIsCountedByItsReason() throws {
    let hits = hits(3)
    let refused = Logger(answer: ["code": 40002, "message": "canary@example.com"])
    let totals = try totals(
      hits, sent: refused.lines([hits[0]]) + Logger().lines(Array(hits.dropFirst())))
    #expect(!totals.isUnchanged)
    let reasons = counts(totals).refused
    #expect(reasons.count == 1 && reasons.first?.value == 1)
    #expect(reasons.first?.key.hasPrefix("40002 PARAM_ERROR") == true, "\(reasons)")
    let report = ReplayReport(totals, from: "what was sent", to: "the plan", of: .sent)
    for text in [report.text, report.markdown, totals.json.text(.container)] {
      #expect(!text.contains("canary"))
    }
    #expect(report.text.contains("3 sent, 3 expected: 1 refused, 3 as expected"))
    #expect(
      report.text.hasSuffix(
        "0 requests missing, 0 extra, 0 different, 1 refused by their destination; 3 as expected"))
  }

  @Test func linesWithoutBodiesAreJoinedByTrace() throws {
    let hits = hits(5)
    let sent = try Logger(hasBody: false).lines(Array(hits.dropLast()))
    let totals = try totals(hits, sent: sent)
    #expect(counts(totals).uncompared == 4 && counts(totals).come == 1)
    #expect(!totals.isUnchanged)
  }

  @Test func aRequestWhoseBodyIsCutOffIsJoinedAsOneWithoutABody() throws {
    let hits = hits(3)
    let sent = try Logger().lines(hits).map { line in
      var object = try JSON.read(line).object ?? JSONObject()
      if let body = object["RequestBody"] {
        object["RequestBody"] = .string(String(body.text(.compact).prefix(60)))
      }
      return JSON.object(object).text(.compact)
    }
    let purchase = counts(try totals(hits, sent: sent))
    #expect(purchase.uncompared == 3 && purchase.come == 0 && purchase.gone == 0)
  }

  /// A line of the console as the row that BigQuery has of it.
  private func row(_ line: String) throws -> String {
    let names = [
      "Name": "tag_name", "Type": "type", "EventName": "event_name", "TraceId": "trace_id",
      "RequestMethod": "request_method", "RequestUrl": "request_url",
      "RequestBody": "request_body", "ResponseStatusCode": "response_status_code",
      "ResponseBody": "response_body",
    ]
    let members = try JSON.read(line).object?.members ?? []
    return JSON.object(
      JSONObject(
        members.map {
          let isBody = $0.key.hasSuffix("Body")
          return .init(
            names[$0.key] ?? $0.key, isBody ? .string($0.value.text(.compact)) : $0.value)
        })
    ).text(.compact)
  }

  @Test func theLineAndTheRowOfOneRequestCountOnce() throws {
    let hits = hits(6) + [hit("purchase", id: "second", trace: "t0")]
    let lines = try Logger().lines(hits)
    let rows = try lines.map(row)
    for sent in [
      lines, rows, lines + rows, rows.reversed() + lines, zip(lines, rows).flatMap { [$0, $1] },
    ] {
      let totals = try totals(hits, sent: sent)
      #expect(totals.isUnchanged && counts(totals).unchanged == 7)
      #expect(counts(totals).unanswered == 0)
    }
    // A request that was sent again is one too many, in whichever logs it is.
    for sent in [lines + lines.prefix(2), lines + lines.prefix(2) + rows + rows.prefix(2)] {
      let purchase = counts(try totals(hits, sent: sent))
      #expect(purchase.gone == 1 && purchase.unchanged == 7)
    }
  }

  @Test func anAnswerThatIsNotInTheLogIsSaid() throws {
    let hits = hits(3)
    let sent = try Logger().lines(hits)
    let totals = try totals(hits, sent: Array(sent.dropLast()))
    #expect(counts(totals).unanswered == 1 && totals.isUnchanged)
  }

  @Test func anotherShopSendsWhatReplaySaysIsDifferent() throws {
    for shop in ChangedShop.changes.prefix(5) {
      let hits = hits(4) + [hit("page_view", id: "v", trace: "v")]
      let sent = try Logger().lines(hits)
      let pair = SideBySide(from: try ChangedShop.original.simulation, to: try shop.simulation)
      let expected = hits.reduce(into: ReplayTotals()) { pair.play(entry($1), into: &$0) }
      let found = try totals(hits, sent: sent, shop: shop)
      #expect(found.isUnchanged == expected.isUnchanged, "\(shop.name)")
    }
  }
}
