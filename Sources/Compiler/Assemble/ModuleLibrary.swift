package import Templates

/// The sandboxed-JavaScript modules that a template's code may use, found by the names that they declare.
package struct ModuleLibrary: Sendable {
  /// One source file.
  struct Module: Sendable {
    let code: String
    let uses: [IdentifierScanner.Use]
  }

  /// What a template's code leads to.
  struct Requirements {
    /// The modules, each after those that it uses itself.
    var modules: [Module] = []
    /// What the code calls of the sandbox, and with which texts.
    var calls = SandboxCalls()
  }

  /// What every destination may use.
  static let shared = ModuleLibrary(TemplateSources.shared.filter { $0.name != silent })
  /// The module that takes the place of a destination's log where nothing is logged.
  static let silent = "silent"

  private let modules: [Module]
  private let indexByName: [String: Int]

  /// Reads sources; where two declare the same name, the later one counts.
  package init(_ sources: [TemplateSource]) {
    var modules: [Module] = []
    var indexByName: [String: Int] = [:]
    for source in sources {
      let uses = IdentifierScanner.uses(source.code)
      for use in uses where use.isDeclaration { indexByName[use.name] = modules.count }
      modules.append(Module(code: Self.withoutComments(source.code), uses: uses))
    }
    self.modules = modules
    self.indexByName = indexByName
  }

  /// The sources explain themselves here; a template carries code only.
  private static func withoutComments(_ code: [UInt8]) -> String {
    let lines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let kept = lines.filter { !$0.drop { $0 == UInt8(ascii: " ") }.starts(with: "//".utf8) }
    return String(decoding: Array(kept.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
  }

  /// What a piece of code needs.
  func requirements(of code: String) -> Requirements {
    var requirements = Requirements()
    var visited: Set<Int> = []
    collect(IdentifierScanner.uses(Array(code.utf8)), into: &requirements, &visited)
    return requirements
  }

  private func collect(
    _ uses: [IdentifierScanner.Use], into requirements: inout Requirements,
    _ visited: inout Set<Int>
  ) {
    for use in uses {
      if let index = indexByName[use.name] {
        guard visited.insert(index).inserted else { continue }
        collect(modules[index].uses, into: &requirements, &visited)
        requirements.modules.append(modules[index])
      } else {
        requirements.calls.add(use)
      }
    }
  }
}
