import Foundation
import JSONText
import Tagwright
import TestSupport
import Testing

/// Logs of hits, which are read, simulated and told piece by piece.
struct HitStreamTests {
  private static func line(_ event: String, _ number: Int) -> String {
    "/g/collect?v=2&gcs=G111&cid=1.2&dl=https%3A%2F%2Fwww.example.com%2F&en=\(event)"
      + "&ep.event_id=\(number)&ep.transaction_id=T\(number)&epn.value=9.5&cu=EUR&pr1=idA~pr9.5\n"
  }

  @Test("what is told stands in the order of the log, whoever is faster")
  func order() throws {
    let folder = try TemporaryFolder()
    let names = (1...300).map { $0.isMultiple(of: 7) ? "damaged" : $0 % 3 == 0 ? "purchase" : "a" }
    let lines = names.enumerated().map { number, name in
      name == "damaged" ? "/g/collect?v=2&dt=%\n" : Self.line(name, number + 1)
    }
    try folder.write(lines.joined(), to: "hits.log")
    let outcome = run(["simulate", "--hits", folder.at("hits.log"), "--format", "json"])
    #expect(outcome.status == .finding)
    let told = try outcome.output.split(separator: "\n").map {
      try JSON.read(String($0))["event"]?["event_id"]?.string
    }
    let whole = names.indices.filter { names[$0] != "damaged" }.map { "\($0 + 1)" }
    #expect(told == whole)
    let errors = outcome.errors.split(separator: "\n").compactMap { line in
      line.hasPrefix("error: hit ") ? Int(line.dropFirst(11).prefix { $0 != ":" }) : nil
    }
    #expect(errors == names.indices.filter { names[$0] == "damaged" }.map { $0 + 1 })
  }

  @Test("the summary counts events, and for each tag its requests, refusals and failures")
  func summary() throws {
    let folder = try TemporaryFolder()
    let log =
      Self.line("purchase", 1) + Self.line("purchase", 2) + Self.line("scroll", 3)
      + Self.line("page_view", 4).replacing("G111", with: "G100") + "/g/collect?v=2\n"
    try folder.write(log, to: "hits.log")
    let outcome = run(["simulate", "--hits", folder.at("hits.log"), "--format", "summary"])
    #expect(outcome.status == .finding)
    #expect(
      outcome.output == """
        5 hits, 4 events, 2 requests, 1 not read
          TikTok Pageview (page_view): fired 1, 0 requests, 1 refused by consent, 0 failed
          TikTok Purchase (purchase): fired 2, 2 requests, 0 refused by consent, 0 failed

        """)
    #expect(outcome.errors.hasPrefix("error: hit 5: the hit has no event name"))
  }

  /// What a log may begin with: the rest of a line whose beginning stands in the file before, and lines cut off.
  @Test(
    "a damaged first line is one of a log, too",
    arguments: [
      #"{"httpRequest":{"requestMethod":"GET","requestUrl":"https://sgtm.exam"#,
      #"{"httpRequest":{"requestMethod":"GET","#, #"{"httpRequest":{"#, "{", "{{", "[broken",
      #"{"severity":"#, "\u{0}\u{1}",
    ])
  func damagedFirstLine(_ first: String) throws {
    let folder = try TemporaryFolder()
    let entry =
      #"{"httpRequest":{"requestMethod":"GET","requestUrl":"https://sgtm.example.com"#
      + #"/g/collect?v=2&en=scroll&cid=1.2"}}"#
    try folder.write("\(first)\n" + "\(entry)\n\(entry)\n", to: "hits.log")
    let outcome = run(["simulate", "--hits", folder.at("hits.log"), "--format", "summary"])
    #expect(outcome.status == .finding)
    #expect(outcome.output.contains("Cloud Logging 2"), "\(outcome)")
  }

  @Test("a first line may be longer than what is read at once, and a pipe may give it in pieces")
  func longFirstLine() throws {
    let folder = try TemporaryFolder()
    let long =
      #"{"httpRequest":{"requestUrl":"https://sgtm.example.com/g/collect?v=2&en=scroll&cid=1.2"},"#
      + "\"labels\":{\"a\":\"\(String(repeating: "x", count: 700_000))\"}}\n"
    try folder.write(long + long, to: "hits.log")
    let outcome = run(["simulate", "--hits", folder.at("hits.log"), "--format", "summary"])
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("2 hits, 2 events"), "\(outcome)")
  }

  @Test("cURL commands may stand one in a line, or one over several lines")
  func commands() throws {
    let folder = try TemporaryFolder()
    let url = "https://sgtm.example.com/g/collect?v=2&en=scroll&cid=1.2"
    for (text, count) in [
      ("curl '\(url)' -H 'accept: */*'\ncurl '\(url)'\n", 2),
      ("curl '\(url)' \\\n  -H 'accept: */*'\n", 1),
    ] {
      try folder.write(text, to: "hits.log")
      let outcome = run(["simulate", "--hits", folder.at("hits.log"), "--format", "summary"])
      #expect(outcome.output.hasPrefix("\(count) hit"), "\(outcome)")
      #expect(outcome.status == .success)
    }
  }

  @Test("somebody who watches is told how far the work is, and nobody else")
  func progress() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "x\n", count: 20_001), to: "hits.log")
    for isWatched in [true, false] {
      let outcome = run(
        ["simulate", "--hits", folder.at("hits.log"), "--format", "json"], isWatched: isWatched)
      let lines = outcome.errors.split(separator: "\n").filter { !$0.hasPrefix("error: ") }
      #expect(
        lines == (isWatched ? ["10000 hits", "20000 hits"] : [])
          + ["20001 hits, 0 events, 0 requests, 20001 not read"])
    }
  }

  #if os(Linux)
    /// Each hit has 100 kB, so that 40 MB would be held if anything of the hits were kept.
    @Test("results come while the log is still written, and its length takes no memory")
    func constantMemory() throws {
      let folder = try TemporaryFolder()
      #expect(mkfifo(folder.at("hits"), 0o600) == 0)
      try folder.write("", to: "output")
      let output = URL(fileURLWithPath: folder.at("output"))
      let running = try Running(
        try BuiltTool.path, ["simulate", "--hits", "hits", "--format", "json"], in: folder,
        output: try FileHandle(forWritingTo: output))
      defer { running.kill() }
      let hits = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.at("hits")))
      let hit = Data("/g/collect?v=2&en=a&ep.x=\(String(repeating: "x", count: 100_000))\n".utf8)
      var peaks: [Int] = []
      var expected = 0
      for count in [20, 400] {
        for _ in 0..<count { try hits.write(contentsOf: hit) }
        expected += count * 100_000
        // What was written is told without waiting for more.
        while try size(of: output) < expected, running.isRunning { usleep(5000) }
        peaks.append(try peak(of: running.id))
      }
      #expect(peaks[1] - peaks[0] < 16_000, "\(peaks) KiB")
      try hits.close()
      #expect(try running.result().status == 0)
    }

    private func size(of file: URL) throws -> Int {
      try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
    }

    /// The largest resident size of a process so far, in KiB.
    private func peak(of process: Int32) throws -> Int {
      let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
      return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
    }
  #endif
}
