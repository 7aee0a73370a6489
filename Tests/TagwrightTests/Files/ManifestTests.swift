import Tagwright
import Testing

@Suite struct ManifestTests {
  @Test func pathsAreSortedByTheirBytes() {
    let manifest = Manifest(paths: ["b", "a/z", "Ä", "B", "a-b"])
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == "B\na-b\na/z\nb\nÄ\n")
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let manifest = Manifest(paths: ["README.md", "templates/a b.tpl", "ümlaut/ß"])
    #expect(try Manifest(reading: manifest.bytes, file: "list") == manifest)
  }

  @Test(arguments: ["", "\n\n", "\r\n"])
  func anEmptyListListsNothing(_ text: String) throws {
    #expect(try Manifest(reading: Array(text.utf8), file: "list").paths.isEmpty)
  }

  @Test(arguments: [
    "/etc/passwd", "..", "../x", "a/../../x", "a/..", "./a", "a//b", "a/", ".", "a\u{0}b",
    "a\u{1B}[2J",
  ])
  func aLineThatLeadsOutOfTheFolderIsRefused(_ line: String) {
    let error = #expect(throws: FileError.self) {
      try Manifest(reading: Array("README.md\n\(line)\n".utf8), file: "Output/.tagwright")
    }
    #expect(error?.description.hasPrefix("Output/.tagwright:2: '") == true)
    #expect(error?.description.unicodeScalars.allSatisfy { $0.value >= 32 } == true)
  }

  @Test func theMarkersOfAnUnresolvedMergeAreHarmless() throws {
    let text = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n"
    #expect(try Manifest(reading: Array(text.utf8), file: "list").paths.isSuperset(of: ["a", "b"]))
  }
}
