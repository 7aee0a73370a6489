import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct HookScriptTests {
  static let pieces = [
    "a", "'", "\"", "\\", " ", "$(touch x)", "`", "*", "[", "]", "?", "ü", "\u{301}", "-", "&", ";",
    "\t", "!", "~", "#", "日",
  ]

  @Test func whateverAFolderIsCalledAShellReadsItAsItIs() throws {
    var random = SeededGenerator(seed: 7)
    let temporary = try TemporaryFolder()
    for _ in 0..<40 {
      let name = (0..<Int.random(in: 1...12, using: &random))
        .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let plan = HookedPlan(folder: name + "/", product: name)
      let script = HookScript(plans: [plan])
      #expect(HookScript.recognise(script.text) == .written(script, isCurrent: true), "\(name)")
      let line = try #require(script.text.split(separator: "\n").last)
      let result = try Running(
        "/bin/sh", ["-c", "plan() { printf '%s\\n' \"$1\" \"$2\" \"$5\"; }\n\(line)"], in: temporary
      ).result()
      #expect(result.output == "./\(name)/\n\(name)\n:(literal)\(name)/Package.swift\n")
    }
    #expect(try temporary.written().isEmpty)
  }

  @Test func theScriptIsValidForAShell() throws {
    let temporary = try TemporaryFolder()
    let script = HookScript(plans: [HookedPlan(folder: "a b/", product: "shop")])
    try temporary.write(script.text, to: "hook")
    let result = try Running("/bin/sh", ["-n", "hook"], in: temporary).result()
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }

  @Test func wildcardsInAFoldersNameStandForThemselves() {
    let plan = HookedPlan(folder: #"a*[b]?\/"#, product: "shop")
    #expect(plan.inputs.last == #":(glob)a\*\[b\]\?\\/**/*.tpl"#)
  }

  @Test func otherTextIsNotTakenForTheHook() {
    for text in ["", "#!/bin/sh", "#!/bin/sh\necho\n", "#!/bin/bash\n# tagwright-hook 1 0\n"] {
      #expect(HookScript.recognise(text) == .foreign)
    }
    #expect(HookScript.recognise("#!/bin/sh\n# tagwright-hook 1 00000000\necho\n") == .changed)
    #expect(HookScript.recognise("#!/bin/sh\n# tagwright-hook x\necho\n") == .changed)
  }
}
