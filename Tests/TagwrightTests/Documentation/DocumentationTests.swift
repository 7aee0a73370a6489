import Compiler
import Foundation
import Tagwright
import Testing

@Suite struct DocumentationTests {
  @Test func theReadmeIsShort() throws {
    let readme = try Documentation(at: Documentation.root.appending(path: "README.md"))
    #expect(readme.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 221)
  }

  @Test func everyLinkLeadsToAFileAndAHeading() throws {
    for page in try Documentation.all() {
      for link in page.links {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target =
          parts[0].isEmpty
          ? page.url
          : page.url.deletingLastPathComponent().appending(path: String(parts[0]))
            .standardizedFileURL
        #expect(
          FileManager.default.fileExists(atPath: target.path), "\(page.name) links to \(link)")
        if parts.count == 2 {
          let anchors = try Documentation(at: target).anchors
          #expect(anchors.contains(String(parts[1])), "\(page.name) links to \(link)")
        }
      }
    }
  }

  @Test func everyArticleIsListed() throws {
    let readme = try Documentation(at: Documentation.root.appending(path: "README.md"))
    let start = try Documentation(at: Documentation.folder.appending(path: "Documentation.md"))
    for page in try Documentation.all() where page.url.path.contains("/Articles/") {
      #expect(readme.links.contains { $0.hasSuffix("/\(page.name)") }, "\(page.name)")
      #expect(start.text.contains("<doc:\(page.name.dropLast(3))>"), "\(page.name)")
    }
  }

  @Test func everyCommandIsOneThatTheToolTakes() throws {
    var count = 0
    for page in try Documentation.all() {
      for typed in page.commands {
        let words = Self.words(typed)
        guard let name = words.first, name != "help" else { continue }
        let command = try #require(
          Command.all.first { $0.name == name }, "\(page.name): there is no command in '\(typed)'")
        #expect(throws: Never.self, "\(page.name): \(typed)") {
          try ParsedArguments(
            Array(words.dropFirst()), options: command.options, operands: command.operands)
        }
        count += 1
      }
    }
    #expect(count > 30)
  }

  @Test func whatDocumentsLeaveOpenStandsInTheLimitsAndIsExplained() throws {
    let limits = try Documentation.article("Limits")
    for (destination, word, questions) in OpenQuestion.all {
      let explained = run(["explain", word]).output
      for one in questions {
        #expect(
          limits.contains(
            "| \(destination) | \(one.question) | \(one.side) | \(one.reason) |"), "\(one.question)"
        )
        #expect(explained.contains("\(one.question): \(one.side)\n  \(one.reason)"))
      }
    }
    #expect(OpenQuestion.all.map(\.word) == ["pinterest", "snapchat", "reddit", "linkedin"])
  }

  @Test func everyCommandIsDocumented() throws {
    let commands = try Documentation.article("Commands")
    let readme = try Documentation(at: Documentation.root.appending(path: "README.md")).text
    for command in Command.all {
      for text in [commands, readme] {
        #expect(text.contains("| `\(command.name)"), "\(command.name)")
      }
    }
  }

  /// The words of a shell line up to a pipe or a redirection; of alternatives the first.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in line.replacing("\\|", with: "|") + " " {
      switch character {
      case "\"", "'": isQuoted.toggle()
      case " " where !isQuoted:
        if word == ">" || word == "||" || word == "|" || word == "#" { return words }
        if !word.isEmpty { words.append(word.replacing(/[|…,].*/, with: "")) }
        word = ""
      default: word.append(character)
      }
    }
    return words
  }
}

/// The manual as the compiler for documentation reads it.
@Suite(.enabled(if: DocumentationCompiler.isPossible, "there is no 'docc' on PATH"))
struct DocumentationCompilerTests {
  @Test func theManualCompilesWithoutWarnings() throws {
    let messages = try DocumentationCompiler.messages()
    #expect(messages.isEmpty, "\(messages)")
  }
}
