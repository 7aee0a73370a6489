import Compiler
import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct OutputFolderTests {
  let temporary: TemporaryFolder
  let folder: OutputFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = OutputFolder("out", path: temporary.at("out"))
  }

  private func files(_ texts: KeyValuePairs<String, String>) -> [RenderedFile] {
    texts.map { RenderedFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  private func texts() throws -> [String: String] {
    try temporary.content(below: "out").compactMapValues { data in
      data.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private func problem(_ files: [RenderedFile]) -> FileError? {
    #expect(throws: FileError.self) { try folder.update(with: files) }
  }

  @Test func effectsAreComputedWithoutTouchingTheFolder() throws {
    let effects = try folder.effects(for: files(["a": "1", "b/c": "2"]))
    #expect(
      effects == [
        .write(path: ".tagwright", bytes: Array("a\nb/c\n".utf8), isNew: true),
        .write(path: "a", bytes: Array("1".utf8), isNew: true),
        .write(path: "b/c", bytes: Array("2".utf8), isNew: true),
      ])
    #expect(try temporary.content().isEmpty)
  }

  @Test func aSecondRunChangesNothing() throws {
    let plan = files(["a": "1", "b/c": "2"])
    _ = try folder.update(with: plan)
    #expect(try texts() == [".tagwright": "a\nb/c\n", "a": "1", "b/c": "2"])
    let before = try FileManager.default.attributesOfItem(atPath: temporary.at("out/a"))
    #expect(
      try folder.update(with: plan) == [
        .unchanged(path: ".tagwright"), .unchanged(path: "a"), .unchanged(path: "b/c"),
      ])
    let after = try FileManager.default.attributesOfItem(atPath: temporary.at("out/a"))
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
  }

  @Test func whatIsNoLongerMadeIsRemovedWithItsEmptyFolders() throws {
    _ = try folder.update(with: files(["a": "1", "b/c/d": "2", "b/e": "3"]))
    try temporary.write("mine", to: "out/b/mine")
    try temporary.write("mine", to: "out/notes.txt")
    let effects = try folder.update(with: files(["a": "1"]))
    #expect(
      effects == [
        .remove(path: "b/c/d"), .remove(path: "b/e"),
        .write(path: ".tagwright", bytes: Array("a\n".utf8), isNew: false), .unchanged(path: "a"),
      ])
    #expect(
      try temporary.content(below: "out").keys.sorted()
        == [".tagwright", "a", "b", "b/mine", "notes.txt"])
  }

  @Test func onlyListedFilesAreRemoved() throws {
    _ = try folder.update(with: files(["a": "1"]))
    try temporary.write("mine", to: "out/server-container.json")
    try temporary.makeFolder("out/listed-folder")
    try temporary.link("out/listed-link", to: "../outside")
    try temporary.link("out/folder-link", to: "../outside-folder")
    try temporary.write("outside", to: "outside")
    try temporary.write("outside", to: "outside-folder/file")
    try temporary.write(
      "a\nlisted-folder\nlisted-link\nfolder-link/file\nmissing\nmissing/file\n",
      to: "out/.tagwright")
    let effects = try folder.update(with: files(["a": "1"]))
    #expect(!effects.contains { if case .remove = $0 { true } else { false } })
    let names = try temporary.content().keys
    for kept in ["listed-folder", "listed-link", "folder-link", "server-container.json"] {
      #expect(names.contains("out/\(kept)"))
    }
    #expect(names.contains("outside"))
    #expect(names.contains("outside-folder/file"))
  }

  @Test func aListThatLeadsOutOfTheFolderStopsTheRun() throws {
    try temporary.write("outside", to: "victim")
    try temporary.write("../victim\n", to: "out/.tagwright")
    #expect(
      problem(files(["a": "1"]))?.description
        == "out/.tagwright:1: '../victim' is not a path below the output folder")
    #expect(try temporary.content().keys.sorted() == ["out", "out/.tagwright", "victim"])
  }

  @Test func aHandWrittenFileIsNotReplaced() throws {
    try temporary.write("mine", to: "out/README.md")
    let error = problem(files(["a": "1", "README.md": "generated"]))
    #expect(error?.description == "'out/README.md' stands in the way: it was not generated")
    #expect(try texts() == ["README.md": "mine"])
  }

  @Test func aFileWithTheSameContentIsAdopted() throws {
    try temporary.write("1", to: "out/a")
    _ = try folder.update(with: files(["a": "1"]))
    #expect(try texts() == ["a": "1", ".tagwright": "a\n"])
  }

  @Test func temporaryFilesOfAKilledRunAreCleanedUp() throws {
    _ = try folder.update(with: files(["a": "1", "b/c": "2"]))
    try temporary.write("ha", to: "out/.tagwright-temporary-1")
    try temporary.write("ha", to: "out/b/.tagwright-temporary-7")
    let effects = try folder.update(with: files(["a": "1", "b/c": "3"]))
    #expect(
      effects.prefix(2) == [
        .remove(path: ".tagwright-temporary-1"), .remove(path: "b/.tagwright-temporary-7"),
      ])
    #expect(try texts() == [".tagwright": "a\nb/c\n", "a": "1", "b/c": "3"])
  }

  @Test func whatStandsInTheWayStopsTheRunBeforeAnythingChanges() throws {
    _ = try folder.update(with: files(["a": "1", "old": "0"]))
    let before = try temporary.content()
    try temporary.makeFolder("out/z")
    #expect(
      problem(files(["a": "2", "z": "1"]))?.description
        == "'out/z' stands in the way: it is not a regular file")
    try temporary.link("out/y", to: "../elsewhere")
    #expect(
      problem(files(["a": "2", "y/b": "1"]))?.description
        == "'out/y/b' leads through a symbolic link or a file, so it is not written")
    try temporary.link("out/x", to: "a")
    #expect(
      problem(files(["a": "2", "x": "1"]))?.description
        == "'out/x' stands in the way: it is not a regular file")
    try FileManager.default.removeItem(atPath: temporary.at("out/x"))
    try FileManager.default.removeItem(atPath: temporary.at("out/y"))
    try FileManager.default.removeItem(atPath: temporary.at("out/z"))
    #expect(try temporary.content() == before)
  }

  @Test(arguments: ["../x", "/x", "a/../../x", "", "a\nb"])
  func noGeneratedFileLeavesTheFolder(_ path: String) throws {
    _ = problem([RenderedFile(path: path, bytes: [])])
    #expect(try temporary.content().isEmpty)
  }

  @Test func twoFilesWithOnePathAreRefused() {
    #expect(
      problem(files(["a": "1", "a": "2"]))?.description == "two generated files have the path 'a'")
  }

  @Test func aFileInThePlaceOfTheFolderIsRefused() throws {
    try temporary.write("mine", to: "out")
    #expect(
      problem(files(["a": "1"]))?.description.hasSuffix("out' is not a folder") == true)
    #expect(throws: FileError.self) { try folder.effects(for: files(["a": "1"])) }
  }

  @Test func privateFilesAreOpenToTheOwnerOnly() throws {
    _ = try folder.update(with: files(["a": "1", "b/c": "2"]))
    try temporary.setPermissions(0o644, of: "out/a")
    let own = OutputFolder("out", path: temporary.at("out"), access: .ownerOnly)
    _ = try own.update(with: files(["a": "1", "d/e": "2"]))
    #expect(try temporary.permissions(of: "out/a") == 0o600)
    #expect(try temporary.permissions(of: "out/d/e") == 0o600)
    #expect(try temporary.permissions(of: "out/d") == 0o700)
  }

  @Test func anEmptyFolderBecomesPrivateAndAUsedOneKeepsItsPermissions() throws {
    try temporary.makeFolder("out")
    try temporary.setPermissions(0o755, of: "out")
    let own = OutputFolder("out", path: temporary.at("out"), access: .ownerOnly)
    _ = try own.update(with: files(["a": "1"]))
    #expect(try temporary.permissions(of: "out") == 0o700)
    try temporary.setPermissions(0o755, of: "out")
    _ = try own.update(with: files(["a": "2"]))
    #expect(try temporary.permissions(of: "out") == 0o755)
  }
}
