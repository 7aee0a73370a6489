import Compiler
import SandboxedJS
import TagwrightPlan
import Testing

@Suite struct DeterminismTests {
  /// The digest of everything that a plan leads to, diagnostics and files.
  static func digest() -> String {
    var bytes: [UInt8] = []
    for layout in [Layout.tagPerEvent, .lookupTable] {
      for style in [SourceStyle.visible, .inline] {
        let plan = CompiledPlan {
          GA4Client()
          GA4Tag(measurementID: "G-ABC1234567")
          RawTag(
            "raw", type: "http_request",
            parameters: BuiltIn.all.map { .source($0.word, .builtIn($0)) }, firing: [.named("no")])
          tikTok(layout: layout, sources: style) {
            Email(.eventData("email"), .cookie("email"), sha256: .requestHeader("digest"))
            ClickID(.urlParameter("ttclid"), .cookie("ttclid"), keptInCookieFor: .days(9))
          } events: {
            for name in ["purchase", "search", "a|b", "größe"] {
              On(name, where: .eventData(name) != "x", send: .lead(value: .queryParameter(name)))
            }
          }
        }
        bytes += plan.problems.joined(separator: "\n").utf8
        let valid = CompiledPlan {
          tikTok(layout: layout, sources: style) {
            for name in ["purchase", "search", "a|b", "größe"] {
              On(name, where: .eventData(name) != "x", send: .lead(value: .queryParameter(name)))
            }
          }
        }
        for file in valid.compilation.files { bytes += Array(file.path.utf8) + file.bytes }
      }
    }
    return SHA256.digest(of: bytes).map { String($0) }.joined(separator: " ")
  }

  @Test func aPlanBecomesTheSameBytesTwiceInOneProcess() {
    #expect(Self.digest() == Self.digest())
  }

  /// Every process hashes with a seed of its own.
  @Test func aPlanBecomesTheSameBytesInEveryProcess() async throws {
    let digest = Self.digest()
    for _ in 0..<3 {
      let result = await #expect(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) {
        print(DeterminismTests.digest())
      }
      let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
      #expect(output.contains(digest))
    }
  }
}
