import Compiler
import Foundation
import TestSupport
import Testing

/// The table of requirements is complete, and what it refers to is there.
@Suite struct RequirementTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../..").standardizedFileURL

  /// The list of requirements beside the folder of real files.
  private static let list: URL? = TestRun.corpus.map {
    URL(filePath: $0).deletingLastPathComponent().appending(path: "facts/requirements.md")
  }

  @Test func everyNumberStandsOnceAndInOrder() {
    #expect(Requirement.all.map(\.number) == Array(1...100))
    for requirement in Requirement.all {
      #expect(!requirement.evidence.isEmpty, "\(requirement.number)")
      #expect(!requirement.words.isEmpty && !requirement.words.hasSuffix("."))
    }
  }

  @Test func whatTheTableRefersToIsThere() throws {
    let tests = try Self.testNames()
    for requirement in Requirement.all {
      for evidence in requirement.evidence {
        switch evidence {
        case .rule(let id): #expect(Rule.named(id) != nil, "\(requirement.number): \(id)")
        case .type(let name):
          #expect(ImpossibleCode.all.contains { $0.name == name }, "\(requirement.number): \(name)")
        case .test(let name): #expect(tests.contains(name), "\(requirement.number): \(name)")
        case .leftToYou(let reason), .open(let reason): #expect(!reason.isEmpty)
        }
      }
    }
  }

  @Test(
    .enabled(
      if: list.map { FileManager.default.fileExists(atPath: $0.path) } ?? false,
      "TAGWRIGHT_CORPUS is not set, or the list of requirements is not beside it"))
  func whatCanBeCheckedHasARuleATypeOrATest() throws {
    let list = try #require(Self.list)
    let lines = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
    let numbered = lines.compactMap { line -> (number: Int, text: Substring)? in
      let digits = line.prefix(while: \.isNumber)
      guard let number = Int(digits), line.dropFirst(digits.count).hasPrefix(". ") else {
        return nil
      }
      return (number, line)
    }
    #expect(numbered.map(\.number) == Requirement.all.map(\.number))
    let unshown = numbered.filter { Self.isCheckable($0.text) }.map(\.number).filter { number in
      let requirement = Requirement.all.first { $0.number == number }
      return requirement?.evidence.contains {
        switch $0 {
        case .rule, .type, .test: true
        case .leftToYou, .open: false
        }
      } != true
    }
    #expect(unshown == [])
  }

  /// Whether a line is marked as something to be checked: a `C` among its kinds.
  private static func isCheckable(_ line: Substring) -> Bool {
    line.firstMatch(of: #/[ .(\/]C(?=[.:,\/ ]|$)/#) != nil
  }

  /// The names of all functions of all tests.
  private static func testNames() throws -> Set<String> {
    let tests = repository.appending(path: "Tests").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: tests)
    var names: Set<String> = []
    for file in files where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(tests)/\(file)", encoding: .utf8)
      for match in text.matches(of: /func ([A-Za-z0-9]+)\(/) { names.insert(String(match.1)) }
    }
    return names
  }
}

/// What the table says of the package itself.
@Suite struct PackageTests {
  @Test func thePackageHasNoDependencies() throws {
    let manifest = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Package.swift").standardizedFileURL
    let text = try String(contentsOf: manifest, encoding: .utf8)
    #expect(text.contains("\n  dependencies: [],\n"))
    #expect(!text.contains(".package("))
  }
}
