import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct RoundTrips {
  @Test(arguments: 0..<200) func printedValuesAreReadAgain(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let value = generator.json()
    for style in [JSONStyle.container, .template, .compact] {
      #expect(try JSON.read(value.bytes(style)) == value)
    }
  }

  @Test(arguments: 0..<200) func brokenTextsAreReadOrRefusedButNeverCrash(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 1000)
    var bytes = generator.json().bytes(.compact)
    for _ in 0..<40 where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: index)
      default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: index)
      }
      do {
        let value = try JSON.read(bytes)
        #expect(try JSON.read(value.bytes(.container)) == value)
      } catch {
        #expect((1...bytes.count + 1).contains(error.column))
      }
    }
  }

  /// Short texts are kept and found again: those of one length, or of one beginning, must not be taken for each other.
  @Test func textsThatResembleEachOtherAreReadAsTheyStand() throws {
    var texts: [String] = []
    for length in 0...18 {
      for letter in ["a", "b", "\u{0}", "é", "e\u{301}", "🛍"] {
        let text = String(repeating: letter, count: length)
        texts += [text, text + "a", "a" + text]
      }
    }
    for number in 0..<500 { texts += ["{{ed.\(number)}}", "\(number)", "setting\(number)"] }
    let read = try JSON.read(JSON.array((texts + texts).map { .string($0) }).bytes(.compact))
    let found = try #require(read.array).map { Array(($0.string ?? "none").utf8) }
    #expect(found == (texts + texts).map { Array($0.utf8) })
    for text in texts {
      // Alone, it stands near the end of the bytes.
      let bytes = JSON.string(text).bytes(.compact)
      #expect(try JSON.read(bytes).string.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func everyEarlyEndIsAnError() throws {
    var generator = SeededGenerator(seed: 7)
    let bytes = JSON.array([generator.json(), generator.json()]).bytes(.container)
    for count in 0..<min(bytes.count, 4000) {
      #expect(throws: JSONReadError.self) { try JSON.read(Array(bytes[..<count])) }
    }
  }
}

@Suite struct Corpus {
  static let folder = TestRun.corpus

  @Test(.enabled(if: folder != nil, "TAGWRIGHT_CORPUS is not set"))
  func exportsArePrintedByteForByte() throws {
    var savedAgain: [String] = []
    for kind in ["server", "web"] {
      let folder = try URL(filePath: #require(Self.folder)).appending(path: "exports/\(kind)")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(!files.isEmpty)
      for file in files {
        let bytes = try [UInt8](Data(contentsOf: folder.appending(path: file)))
        let value = try JSON.read(bytes, file: file)
        let printed = value.bytes(.container)
        if printed != bytes {
          savedAgain.append(file)
          #expect(printed + [UInt8(ascii: "\n")] == bytes)
        }
        #expect(try JSON.read(value.bytes(.template)) == value)
      }
    }
    #expect(savedAgain == ["google-boilerplate-2022-09.json"])
  }
}
