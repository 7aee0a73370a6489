import Simulator
package import Templates

/// The sandboxed-JavaScript modules that a template's code may use, found by the names that they declare.
package struct ModuleLibrary: Sendable {
  /// One source file.
  struct Module: Sendable {
    let code: String
    let uses: [IdentifierScanner.Use]
  }

  /// The modules and sandbox calls that a template's code needs.
  struct Requirements {
    /// The modules, each after those that it uses itself.
    var modules: [Module] = []
    /// The code's calls of the sandbox, with their texts.
    var calls = SandboxCalls()
  }

  /// The modules that every destination may use.
  static let shared = ModuleLibrary(TemplateSources.shared.filter { $0.name != silent })
  /// The module that takes the place of a destination's log where nothing is logged.
  static let silent = "silent"

  private var modules: [Module]
  private var indexByName: [String: Int]

  /// Reads sources; where two declare the same name, the later one counts.
  package init(_ sources: [TemplateSource]) {
    modules = []
    indexByName = [:]
    add(Self.generated + sources, places: [:])
  }

  /// The modules made from a list that other parts of the product read, too.
  private static let generated = [
    ("nothing", MissingText.pattern), ("shared", MissingText.patternOfSharedIDs),
  ].map { name, pattern in
    TemplateSource(
      name: name, code: Array("const \(name) = \(JavaScript.literal(pattern));\n".utf8))
  }

  /// The library with more modules.
  ///
  /// - Parameter places: what stands for the names in capitals that the sources have.
  func adding(_ sources: [TemplateSource], places: [String: String] = [:]) -> ModuleLibrary {
    var library = self
    library.add(sources, places: places)
    return library
  }

  private mutating func add(_ sources: [TemplateSource], places: [String: String]) {
    for source in sources {
      let code = Self.code(of: source, places: places)
      let uses = IdentifierScanner.uses(Array(code.utf8))
      for use in uses where use.isDeclaration { indexByName[use.name] = modules.count }
      modules.append(Module(code: code, uses: uses))
    }
  }

  /// A source without its comments, and with what stands for its names in capitals.
  static func code(of source: TemplateSource, places: [String: String]) -> String {
    var code = withoutComments(source.code)
    for (name, text) in places.sorted(by: { $0.key < $1.key }) where code.containsText(name) {
      code = replacing(name, in: code, with: text)
    }
    return code
  }

  /// Byte by byte: the standard library looks for whole characters, at three times the cost.
  private static func replacing(_ name: String, in code: String, with text: String) -> String {
    var rest = Array(code.utf8)[...]
    var result: [UInt8] = []
    while let first = rest.first {
      let isName = rest.starts(with: name.utf8)
      if isName { result += text.utf8 } else { result.append(first) }
      rest = rest.dropFirst(isName ? name.utf8.count : 1)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The sources explain themselves here; a template carries code only.
  private static func withoutComments(_ code: [UInt8]) -> String {
    let lines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let kept = lines.filter { !$0.drop { $0 == UInt8(ascii: " ") }.starts(with: "//".utf8) }
    return String(decoding: Array(kept.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
  }

  /// Returns the modules and sandbox calls that a piece of code needs.
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
