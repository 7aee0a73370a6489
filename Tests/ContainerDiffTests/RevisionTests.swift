import ContainerDiff
import JSONText
import TagManager
import Testing

/// What a reader of two revisions of a real container finds changed, by name; nothing else may be reported.
@Suite(.enabled(if: CorpusFiles.folder != nil, "TAGWRIGHT_CORPUS is not set"))
struct RevisionTests {
  private func diff(_ old: String, _ new: String) throws -> ContainerDiff {
    try compare(
      CorpusFiles.json("exports/server/\(old).json"),
      CorpusFiles.json("exports/server/\(new).json"))
  }

  /// `+`, `-`, `~` or `→`, the kind, and what changed in how many places.
  private func outline(_ diff: ContainerDiff) -> [String] {
    diff.entities.map { entity in
      let symbol =
        switch entity.outcome {
        case .added: "+"
        case .removed: "-"
        case .changed: "~"
        case .renamed: "→"
        }
      let paths = entity.changes.map(\.path).joined(separator: " ")
      return "\(symbol) \(entity.kind.rawValue)" + (paths.isEmpty ? "" : ": \(paths)")
    }
  }

  /// Everything was put into two new folders; a variable went, and with it the client's settings.
  @Test func entitiesThatMovedIntoFolders() throws {
    let diff = try diff("dase-sgtm-2025-08", "dase-sgtm-2025-09")
    #expect(
      outline(diff) == [
        "~ tag: parentFolderId", "~ trigger: parentFolderId", "- variable",
        "~ variable: parentFolderId", "~ variable: parentFolderId",
        "~ client: parameter.activateDependencyServing parameter.activateGeoResolution "
          + "parameter.activateGtagSupport parameter.activateResponseCompression "
          + "parameter.gtagMeasurementIds parentFolderId",
        "~ client: parentFolderId", "~ client: parentFolderId", "+ folder", "+ folder",
      ])
    #expect(diff.closingLine == "Diff: 2 to add, 7 to change, 1 to remove.")
    #expect(diff.findings.isEmpty)
  }

  /// The same day's work three weeks later: a parameter, a variable, a client, and a template's next version.
  @Test func aTemplateThatWasUpdated() throws {
    let diff = try diff("stape-capi-shopify-2021-06-02", "stape-capi-shopify-2021-06-22")
    let outline = outline(diff)
    #expect(diff.closingLine == "Diff: 3 to add, 6 to change, 0 to remove.")
    #expect(outline.count { $0 == "~ tag: parameter.customDataList['content_type']" } == 2)
    #expect(outline.contains("+ client"))
    #expect(outline.contains("+ customTemplate"))
    let template = diff.entities.first { $0.kind == .customTemplate && $0.outcome == .changed }
    #expect(template?.changes.contains { $0.path == "templateData.serverCode" } == true)
  }

  /// A template was written anew under another name, with it the variables that it makes.
  @Test func whatWasReplaced() throws {
    let diff = try diff("google-phoebe-2023-06-six-templates", "google-phoebe-2023-12")
    #expect(diff.closingLine == "Diff: 7 to add, 2 to change, 9 to remove.")
    #expect(
      outline(diff).filter { $0.hasPrefix("~") } == [
        "~ tag: parameter.enableEnhancedMatch", "~ tag: parameter.conversionValue",
      ])
  }

  /// Nearly everything is another, but one trigger only has another name.
  @Test func aTriggerThatWasRenamed() throws {
    let diff = try diff("google-boilerplate-2022-09", "google-boilerplate-2024-02")
    #expect(diff.closingLine == "Diff: 55 to add, 1 to change, 13 to remove.")
    #expect(
      diff.entities.filter { $0.outcome == .renamed(from: "purchase") }.map(\.name) == [
        "Event - purchase"
      ])
  }

  @Test func theOtherDirectionSaysTheOpposite() throws {
    for pair in [
      ("dase-sgtm-2025-08", "dase-sgtm-2025-09"),
      ("stape-capi-shopify-2021-06-02", "stape-capi-shopify-2021-06-22"),
    ] {
      let forth = try diff(pair.0, pair.1)
      let back = try diff(pair.1, pair.0)
      #expect(forth.addedCount == back.removedCount)
      #expect(forth.removedCount == back.addedCount)
      #expect(forth.changedCount == back.changedCount)
    }
  }
}
