import Foundation
import JSONText
import Tagwright
import TestSupport
import Testing

@Suite struct ReplayCommandTests {
  private static let names = ["page_view", "purchase", "scroll"]

  /// A log of so many hits, in files of a folder.
  private func logs(_ count: Int, parts: Int, in folder: TemporaryFolder) throws -> [String] {
    var texts = Array(repeating: "", count: parts)
    for number in 0..<count {
      let name = Self.names[number % Self.names.count]
      texts[number % parts] +=
        "https://sgtm.example.com/g/collect?v=2&cid=1.\(number % 7)&gcs=G111&en=\(name)"
        + "&ep.event_id=e\(number)&epn.value=\(number)&cu=EUR&pr1=idSKU~pr5~qt1\n"
    }
    return try texts.enumerated().map { index, text in
      try folder.write(text, to: "part\(index).log")
      return folder.at("part\(index).log")
    }
  }

  /// The container of the small plan, and one that takes values from elsewhere.
  private func containers(in folder: TemporaryFolder) throws -> (before: String, after: String) {
    try folder.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    let outcome = run(
      ["generate", "--into", folder.at("out")], workingDirectory: folder.path)
    try #require(outcome.status == .success, "\(outcome.errors)")
    let path = folder.at("out/server-container.json")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write(
      text.replacingOccurrences(of: "\"value\": \"value\"", with: "\"value\": \"total\""),
      to: "after.json")
    return (path, folder.at("after.json"))
  }

  @Test func aContainerAgainstItselfChangesNothing() throws {
    let folder = try TemporaryFolder()
    let (before, _) = try containers(in: folder)
    let log = try logs(30, parts: 1, in: folder)
    let outcome = run(["replay", "--hits", log[0], "--from", before, "--to", before])
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("nothing changes: 20 requests compared\n"))
    let plan = run(
      ["replay", "--hits", log[0], "--from", before], workingDirectory: folder.path)
    #expect(plan.status == .success, "\(plan.errors)")
  }

  @Test func aTagOfAnothersMakingThatFiresNoMoreIsAChange() throws {
    let folder = try TemporaryFolder()
    let (_, same) = try containers(in: folder)
    let text = try String(contentsOfFile: same, encoding: .utf8)
    let export = try #require(try JSON.read(Array(text.utf8), file: "after.json").object)
    var version = try #require(export["containerVersion"]?.object)
    let tags = version["tag"]?.array ?? []
    let trigger = try #require(tags.first?["firingTriggerId"])
    let other: JSON = [
      "name": "Other", "type": "sgtmgaaw", "tagId": "999999999", "firingTriggerId": trigger,
    ]
    version["tag"] = .array(tags + [other])
    let changed = JSON.object(
      JSONObject(
        export.members.map { $0.key == "containerVersion" ? .init($0.key, .object(version)) : $0 }))
    try folder.write(changed.text(.container), to: "before.json")
    let log = try logs(30, parts: 1, in: folder)
    let outcome = run(
      ["replay", "--hits", log[0], "--from", folder.at("before.json"), "--to", same])
    #expect(outcome.status == .finding)
    #expect(
      outcome.output.hasSuffix(
        "tags that are not simulated fire differently; all else stays: 20 requests compared\n"),
      "\(outcome.output)\(outcome.errors)")
  }

  @Test(arguments: ["text", "json", "markdown"])
  func partsInAnyOrderGiveTheReportOfOneRun(format: String) throws {
    let folder = try TemporaryFolder()
    let (before, after) = try containers(in: folder)
    let log = try logs(60, parts: 3, in: folder)
    let pair = ["--from", before, "--to", after]
    let whole = run(["replay", "--hits"] + log + pair + ["--format", format])
    #expect(whole.status == .finding)
    let parts = try log.enumerated().map { index, path in
      let file = folder.at("part\(index).json")
      let outcome = run(["replay", "--hits", path, "--partial", file] + pair)
      try #require(outcome.status == .success, "\(outcome.errors)")
      return file
    }
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0, 1]] {
      let merged = run(
        ["replay", "--merge", "--format", format] + order.map { parts[$0] })
      #expect(merged.output == whole.output)
      #expect(merged.status == whole.status)
      #expect(merged.errors.contains("is in already") == (order.count > 3))
    }
    let half = folder.at("half.json")
    #expect(
      run(["replay", "--merge", parts[0], parts[1], "--partial", half]).status == .success)
    #expect(run(["replay", "--merge", parts[2], half, "--format", format]).output == whole.output)
    let overlapping = folder.at("overlapping.json")
    _ = run(["replay", "--merge", parts[1], parts[2], "--partial", overlapping])
    #expect(run(["replay", "--merge", half, overlapping]).status == .failure)
  }

  @Test(arguments: [
    (["replay"], "there is no log"),
    (["replay", "--merge"], "'--merge' needs the files of parts"),
    (["replay", "--merge", "--hits", "a", "b"], "leave '--hits' out"),
    (["replay", "--merge", "--workspace", "w", "b"], "leave '--workspace' out"),
    (
      ["replay", "--hits", "a", "--to", "/dev/null", "--container", "GTM-ABC1234"],
      "leave '--to' out"
    ),
    (
      ["replay", "--hits", "a", "--partial", "p.json", "--format", "json"],
      "'--partial' keeps counts"
    ),
    (["replay", "--hits", "a", "--sample", "2/3"], "'--sample' is a fraction such as '1/100'"),
    (["replay", "--hits", "no-such-file", "--from", "a", "--to", "b"], "cannot read 'b'"),
  ])
  func aWrongLineIsAnError(arguments: [String], message: String) {
    let outcome = run(arguments)
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func aFileThatIsNoPartIsAnError() throws {
    let folder = try TemporaryFolder()
    for text in [
      "{}", "[]",
      #"{"tagwright":"replay","from":"a","to":"b","sample":1,"parts":["x"],"totals":{}}"#,
    ] {
      try folder.write(text, to: "part.json")
      let outcome = run(["replay", "--merge", folder.at("part.json")])
      #expect(outcome.status == .failure, "\(text)")
      #expect(outcome.errors.contains("part.json"))
    }
  }
}
