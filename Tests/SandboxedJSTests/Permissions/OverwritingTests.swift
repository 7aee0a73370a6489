import SandboxedJS
import TestSupport
import Testing

/// Addresses that a variable held before it got another one on every way.
@Suite struct OverwritingTests {
  static let scripts: [(script: String, urls: [String])] = [
    ("let u = ''; if (data.a) u = 'x'; else u = 'y'; send(u);", ["x", "y"]),
    ("let u = 'o'; u = 'x'; send(u);", ["x"]),
    ("let u = 'o'; u = 'p'; u = 'x'; send(u);", ["x"]),
    ("let u = 'o'; if (data.a) u = 'x'; send(u);", ["o", "x"]),
    ("let u = 'o'; if (data.a) { u = 'x'; } else { return; } send(u);", ["x"]),
    (
      "let u = 'o'; if (data.a) u = 'x'; else if (data.b) u = 'y'; else { const k = 1; u = 'z'; } send(u);",
      ["x", "y", "z"]
    ),
    (
      "let u = 'o'; switch (data.a) { case 1: u = 'x'; break; case 2: case 3: u = 'y'; break; default: u = 'z'; } send(u);",
      ["x", "y", "z"]
    ),
    ("let u = 'o'; switch (data.a) { case 1: u = 'x'; } send(u);", ["o", "x"]),
    ("let u = 'o'; switch (data.a) { case 1: break; default: u = 'x'; } send(u);", ["o", "x"]),
    ("let u = 'o'; send(u); u = 'x'; send(u);", ["o", "x"]),
    ("let u = 'o'; const f = () => send(u); u = 'x'; f();", ["x"]),
    ("let u = 'o'; const f = () => send(u); f(); u = 'x'; f();", ["o", "x"]),
    ("let u = 'o'; const v = u; u = 'x'; send(u); send(v);", ["o", "x"]),
    ("let u = 'o'; while (data.a) { u = 'x'; } send(u);", ["o", "x"]),
    ("let u; const f = () => send(u); { u = 'o'; f(); u = 'x'; } f();", ["o", "x"]),
    ("let u = 'o'; { let u = 'p'; send(u); } u = 'x'; send(u);", ["o", "p", "x"]),
    ("function f() { send(u); } var u = 'o'; f(); u = 'x'; f();", ["o", "x"]),
    ("let u = 'o'; const n = data.a ? 1 : 2; if (n) u = 'x'; else u = 'y'; send(u);", ["x", "y"]),
    ("send('');", []),
  ]

  /// The addresses that a script needs, as far as it shows them.
  private static func needs(_ script: String) throws -> Set<KnownText> {
    let program = try Program(parsing: "const send = require('sendHttpGet');\n" + script)
    return Set(
      program.permissionNeeds().compactMap { need in
        if case .http(let url) = need.access { url } else { nil }
      })
  }

  @Test(arguments: scripts)
  func whatIsNeverReadIsNotNeeded(script: String, urls: [String]) throws {
    #expect(try Self.needs(script) == Set(urls.map { .exactly($0) }), "\(script)")
  }

  @Test("generated scripts send to no address that is not among what they need")
  func whatIsSentIsNeeded() throws {
    var (dropped, sent) = (0, 0)
    for seed in 0..<1_500 as Range<UInt64> {
      var writer = AddressScript(seed: seed)
      let script = writer.text()
      let needs = try Self.needs(script)
      let compiled = try CompiledScript(
        template: "const send = require('sendHttpGet');\n" + script)
      for flags in 0..<8 {
        let data = ScriptValue.object(
          (0..<3).map { .init("f\($0)", .number(Double(flags >> $0 & 1))) })
        let run = TemplateRun(compiled, kind: .variable, data: data)
        for request in run.record.requests {
          sent += 1
          #expect(needs.contains(.exactly(request.url)), "seed \(seed): \(request.url)\n\(script)")
        }
      }
      if !needs.contains(.exactly("https://a.example.com/0")) { dropped += 1 }
    }
    #expect(dropped > 100 && sent > 5_000, "\(dropped) \(sent)")
  }
}

/// Writes scripts that give one variable several addresses on several ways, and send to what it holds.
private struct AddressScript {
  private var random: SeededGenerator
  private var next = 0
  private var functions: [String] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  mutating func text() -> String {
    let keyword = ["let", "let", "var"][below(3)]
    return "\(keyword) url = '\(address())';\n\(list(0))send(url);"
  }

  private mutating func address() -> String {
    next += 1
    return "https://a.example.com/\(next - 1)"
  }

  private mutating func list(_ depth: Int) -> String {
    let known = functions
    defer { functions = known }
    return (0...below(depth == 0 ? 4 : 2)).map { _ in statement(depth) }.joined()
  }

  private mutating func statement(_ depth: Int) -> String {
    let flag = "data.f\(below(3))"
    switch below(depth > 2 ? 5 : 11) {
    case 0...2: return "url = '\(address())';\n"
    case 3: return ["send(url);\n", "send('https://a.example.com/x');\n"][below(8) / 7]
    case 4:
      next += 1
      return functions.isEmpty
        ? "const n\(next) = \(flag);\n" : "\(functions[below(functions.count)])();\n"
    case 5, 6: return "if (\(flag)) {\n\(list(depth + 1))} else {\n\(list(depth + 1))}\n"
    case 7: return "if (\(flag)) {\n\(list(depth + 1))}\n"
    case 8:
      let ends = ["break;\n", ""]
      return "switch (\(flag)) {\ncase 0: {\n\(list(depth + 1))}\n\(ends[below(2)])"
        + "case 1: {\n\(list(depth + 1))}\n\(ends[below(2)])"
        + (below(2) == 0 ? "default: {\n\(list(depth + 1))}\n" : "") + "}\n"
    case 9:
      next += 1
      functions.append("f\(next)")
      return
        "const f\(next) = () => {\n\(below(2) == 0 ? "send(url);" : "url = '\(address())';")\n};\n"
    default: return "for (let i = 0; i < \(flag); i++) {\n\(list(depth + 1))}\n"
    }
  }
}
