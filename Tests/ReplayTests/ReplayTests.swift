import Foundation
import JSONText
import Replay
import SandboxedJS
import Simulator
import TagwrightPlan
import TestSupport
import Testing

@Suite struct ReplayTests {
  private func entry(_ line: String) -> Result<LogEntry?, HitError> {
    Result { () throws(HitError) in try HitLine.entry(Array(line.utf8)) }
  }

  private func totals(_ lines: [String], _ pair: SideBySide) -> ReplayTotals {
    lines.reduce(into: ReplayTotals()) { pair.play(entry($1), into: &$0) }
  }

  /// More pairs, hits and splits where it is set.
  private static let isThorough =
    TestRun.isThorough

  private static let purchase =
    "/g/collect?v=2&en=purchase&gcs=G111&ep.event_id=e1&ep.transaction_id=T1&epn.value=1&cu=EUR"

  /// What both send for a hit, each by itself.
  private func sent(_ line: String, _ pair: [Simulation]) throws -> [[String]] {
    let hit = try IncomingHit(url: line)
    return try pair.map { simulation in
      let tags = try simulation.run(hit).events.flatMap(\.tags)
      return tags.flatMap(\.effects.requests)
        .map { "\($0.method) \($0.url) \($0.headers) \($0.body ?? "")" }.sorted()
        + tags.flatMap(\.effects.pixels).sorted()
        + tags.flatMap(\.effects.cookies).map { "\($0)" }.sorted()
    }
  }

  @Test(arguments: ChangedShop.changes + ChangedShop.rearrangements)
  func aHitIsReportedExactlyWhereItsRequestsDiffer(change: ChangedShop) throws {
    let (before, after) = (try ChangedShop.original.simulation, try change.simulation)
    let pair = SideBySide(from: before, to: after)
    var hits = RandomHits(seed: 7)
    var differing = 0
    for _ in 0..<(Self.isThorough ? 2_000 : 40) {
      let line = hits.line()
      let sent = try sent(line, [before, after])
      #expect(totals([line], pair).isUnchanged == (sent[0] == sent[1]), "\(line)")
      if sent[0] != sent[1] { differing += 1 }
    }
    let isArranged = ChangedShop.rearrangements.contains { $0.name == change.name }
    #expect((differing > 0) == !isArranged)
  }

  @Test func anyChangesTogetherAreReportedExactlyWhereRequestsDiffer() throws {
    var random = SeededGenerator(seed: 21)
    var hits = RandomHits(seed: 22)
    for number in 0..<(Self.isThorough ? 300 : 5) {
      let shops = [ChangedShop(&random), ChangedShop(&random)]
      let simulations = try shops.map { try $0.simulation }
      let pair = SideBySide(from: simulations[0], to: simulations[1])
      for _ in 0..<(Self.isThorough ? 200 : 12) {
        let line = hits.line()
        let sent = try sent(line, simulations)
        #expect(totals([line], pair).isUnchanged == (sent[0] == sent[1]), "\(number): \(line)")
      }
    }
  }

  @Test(arguments: [
    ("a: [{b: 1}, {}]", "a: [{}, {b: 1}]"),
    ("a: [{b: 1, c: 1}, {c: 2}]", "a: [{c: 1}, {b: 1, c: 2}]"),
    ("a: {}", "b: 1"), ("a: {}", "a: []"), ("a: {b: {}}", "a: {}"), ("a: ''", "a: null"),
  ])
  func whereverInARequestADifferenceIsItIsReported(old: String, new: String) throws {
    let simulations = try [old, new].map { member in
      try ChangedShop(name: member, edit: ("partner_name:", "\(member), partner_name:")).simulation
    }
    let totals = totals([Self.purchase], SideBySide(from: simulations[0], to: simulations[1]))
    #expect(totals.kinds.values.map(\.changed) == [1])
  }

  @Test(arguments: [
    ("set_cookies", "require('setCookie')('a', VALUE, {path: '/', 'max-age': 60});", "the browser"),
    (
      "send_pixel_from_browser",
      "require('sendPixelFromBrowser')('https://pixel.example.com/a?v=' + VALUE);",
      "pixel.example.com"
    ),
  ])
  func cookiesAndPixelsOfTheBrowserAreCompared(
    permission: String, code: String, destination: String
  ) throws {
    let simulations = try ["1", "2"].map { value in
      try PlainTag(
        code: code.replacing("VALUE", with: "'\(value)'"), permission: permission
      ).simulation
    }
    let same = totals([Self.purchase], SideBySide(from: simulations[0], to: simulations[0]))
    #expect(same.isUnchanged && same.kinds.keys.map(\.destination) == [destination])
    let changed = totals([Self.purchase], SideBySide(from: simulations[0], to: simulations[1]))
    #expect(changed.kinds.values.map(\.changed) == [1])
  }

  @Test func ofATokenOnlyThatThereIsOneIsCompared() throws {
    for (name, header, isUnchanged) in [
      ("another token", "'Access-Token': token + 'x'", true), ("none", "'X-Other': token", false),
    ] {
      let changed = ChangedShop(name: name, edit: ("'Access-Token': token", header))
      let pair = SideBySide(from: try ChangedShop.original.simulation, to: try changed.simulation)
      #expect(totals([Self.purchase], pair).isUnchanged == isUnchanged)
    }
  }

  @Test func everySplitAndOrderGivesTheCountsOfOneRun() throws {
    let pair = SideBySide(
      from: try ChangedShop.original.simulation, to: try ChangedShop.changes[0].simulation)
    var hits = RandomHits(seed: 7)
    var lines = (0..<(Self.isThorough ? 200_000 : 120)).map { _ in hits.line() }
    lines += [
      "https://sgtm.example.com/g/collect?v=2&ep.a=%", "", "https://sgtm.example.com/healthy",
    ]
    let whole = totals(lines, pair)
    #expect(whole.damaged == 1 && whole.problems.count == 1)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<(Self.isThorough ? 3 : 6) {
      var parts: [[String]] = Array(repeating: [], count: Int.random(in: 1...9, using: &random))
      for line in lines.shuffled(using: &random) {
        parts[Int.random(in: 0..<parts.count, using: &random)].append(line)
      }
      var sum = ReplayTotals()
      for part in parts {
        // Each part goes through its file.
        let text = totals(part, pair).partJSON.text(.container)
        sum += try ReplayTotals(json: JSON.read(text))
      }
      #expect(sum == whole)
      #expect(sum.json.text(.container) == whole.json.text(.container))
    }
  }

  @Test func countsThatNoLogHasAreNotTaken() throws {
    let simulation = try ChangedShop.original.simulation
    let totals = totals([Self.purchase], SideBySide(from: simulation, to: simulation))
    var json = try #require(totals.partJSON.object)
    json["hits"] = .number(JSONNumber(1 << 42))
    let part = try ReplayTotals(json: .object(json))
    let sum = (0..<10_000).reduce(into: part) { sum, _ in sum += part }
    #expect(VisitorSample(oneIn: .max).estimate([0: sum.hits]).total == .max)
    for count in ["4398046511105", "-1", "1e300", "1.5"] {
      json["hits"] = .number(JSONNumber(unchecked: count))
      #expect(throws: ReplayFileError.self) { try ReplayTotals(json: .object(json)) }
    }
  }

  @Test func idsAddUpWhateverTheSplit() throws {
    var random = SeededGenerator(seed: 31)
    for distinct in [1_500, 9_000] {
      let hashes = (0..<12_000).map { _ in
        var hash = StableHash()
        hash.add("e\(Int.random(in: 0..<distinct, using: &random))")
        return hash.value
      }
      var whole = IDSketch()
      for hash in hashes { whole.add(hash, .both) }
      var parts = Array(repeating: IDSketch(), count: 7)
      for hash in hashes.shuffled(using: &random) {
        parts[Int.random(in: 0..<7, using: &random)].add(hash, .both)
      }
      var sum = IDSketch()
      for part in parts.shuffled(using: &random) { sum += part }
      #expect(sum == whole)
      #expect(whole.isEstimate == (distinct > IDSketch.capacity))
      let count = hashes.count - Set(hashes).count
      let found = whole.repeated(of: BeforeAfter(before: hashes.count, after: hashes.count)).after
      #expect(abs(found - count) <= (whole.isEstimate ? count / 10 : 0), "\(found) \(count)")
    }
  }

  @Test func theErrorOfASampleCoversWhatAllVisitorsHave() throws {
    var random = SeededGenerator(seed: 41)
    var covered = 0
    for _ in 0..<60 {
      // Visitors with one to six events each, one in ten of whom is drawn.
      var (all, groups) = (0, [Int: Int]())
      for _ in 0..<1_000 {
        let count = Int.random(in: 1...6, using: &random)
        all += count
        if Int.random(in: 0..<10, using: &random) == 0 {
          groups[Int.random(in: 0..<16, using: &random), default: 0] += count
        }
      }
      let (total, error) = VisitorSample(oneIn: 10).estimate(groups)
      if abs(total - all) <= error { covered += 1 }
    }
    #expect(covered >= 51, "\(covered)")
  }

  @Test func aSampleHasAllHitsOfAVisitorOrNone() throws {
    let simulation = try ChangedShop.original.simulation
    let pair = SideBySide(
      from: simulation, to: simulation, choice: HitChoice(sample: VisitorSample(oneIn: 4)))
    var hits = RandomHits(seed: 9)
    var played: [Substring: Set<Bool>] = [:]
    for _ in 0..<150 {
      let line = hits.line()
      let visitor = line.split(separator: "&").first { $0.hasPrefix("cid=") } ?? ""
      played[visitor, default: []].insert(totals([line], pair).hits == 1)
    }
    #expect(played.values.allSatisfy { $0.count == 1 })
    let share = played.values.filter { $0.contains(true) }.count
    #expect((1..<played.count).contains(share))
  }

  @Test func noValueOfAHitIsInAReport() throws {
    let pair = SideBySide(
      from: try ChangedShop.original.simulation, to: try ChangedShop.changes[0].simulation)
    let line =
      "https://sgtm.example.com/g/collect?v=2&cid=1.2&gcs=G111&en=purchase&cu=EUR&epn.value=41.5"
      + "&ep.event_id=canary-id&ep.user_data.phone_number=%2B491713920012&ep.transaction_id=canary-order"
    let damaged = [
      "mailto:canary-name@example.com", "https://sgtm.example.com/g/collect?v=2&canary-%",
      "https://sgtm.example.com/g/collect?v=2&en=page_view&ep.a=canary%252541%252541",
    ]
    let totals = totals([line] + damaged, pair)
    let report = ReplayReport(totals, from: "a", to: "b")
    for text in [report.text, report.markdown, totals.json.text(.container)] {
      #expect(text.contains("properties.value"))
      for value in ["canary", "41.5", "3920012", "G111"] { #expect(!text.contains(value)) }
    }
  }

  /// Templates that send on whatever a hit brings have keys, and addresses, of its visitors.
  @Test(arguments: [
    "canary@example.com", "+491713920012", "198.51.100.77", String(repeating: "3920012a", count: 8),
    "canary canary", "canary%40example.com",
  ])
  func noKeyThatAHitBringsIsInAReport(key: String) throws {
    let keyed = ["1", "2"].map { value in
      "a: [{b: [data.event_id].reduce((all, key) => { all[key] = \(value); return all; }, {})}]"
    }
    let simulations = try keyed.map { member in
      try ChangedShop(
        name: member, edit: ("partner_name:", "\(member), partner_name:")
      ).simulation
    }
    let id = try #require(key.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let line = "/g/collect?v=2&en=page_view&gcs=G111&ep.event_id=\(id)"
    let totals = totals([line], SideBySide(from: simulations[0], to: simulations[1]))
    #expect(!totals.isUnchanged)
    let report = ReplayReport(totals, from: "a", to: "b")
    for text in [report.text, report.markdown, totals.partJSON.text(.container)] {
      for value in ["canary", "3920012", "198.51", "%40"] { #expect(!text.contains(value)) }
    }
  }

  @Test func aReportSaysWhatComesGoesAndChanges() throws {
    let pair = SideBySide(
      from: try ChangedShop.original.simulation,
      to: try ChangedShop(name: "", value: .eventData("total"), sendsViews: false).simulation)
    let base = "https://sgtm.example.com/g/collect?v=2&cid=1.2&gcs=G111&ep.event_id=a"
    let lines = [
      "\(base)&en=page_view",
      "\(base)&en=purchase&cu=EUR&epn.value=7&ep.transaction_id=T&pr1=idSKU~pr5~qt1",
      "https://sgtm.example.com/g/collect?v=2&gcs=G100&en=page_view&ep.event_id=b",
    ]
    let totals = totals(lines, pair)
    let report = ReplayReport(
      totals, from: "'live.json'", to: "the plan", hosts: ["business-api.tiktok.com": "TikTok"])
    #expect(
      report.text == """
        --- 'live.json'
        +++ the plan

        3 hits, 3 events, refused by consent 1 → 0

        TikTok Pageview: 1 → 0 requests: 1 gone

        TikTok Purchase: 1 request: 1 changed
          properties.value: 1 changed (another number)

        tags
          TikTok Pageview (page_view): fired 2 → 0, refused by consent 1 → 0

        1 request would go, 0 would come, 1 would change, 0 stay as they are
        """)
    #expect(report.markdown.contains("| TikTok | Purchase |"))
    // A host that nobody has described keeps its own name.
    let unnamed = ReplayReport(totals, from: "a", to: "b", hosts: ["example.com": "Example"])
    #expect(unnamed.text.contains("\nbusiness-api.tiktok.com Purchase: 1 request"))
  }
}
