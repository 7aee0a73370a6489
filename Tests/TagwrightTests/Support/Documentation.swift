import Foundation

/// The repository's own documentation: the README, and the articles of the manual.
struct Documentation {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL
  static let folder = root.appending(path: "Sources/Tagwright/Documentation.docc")

  /// The text of an article, by its file's name.
  static func article(_ name: String) throws -> String {
    try Documentation(at: folder.appending(path: "Articles/\(name).md")).text
  }

  /// Every document, in the order of paths.
  static func all() throws -> [Documentation] {
    let articles = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "Articles"), includingPropertiesForKeys: nil)
    let others = ["README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"]
    let pages =
      articles + [folder.appending(path: "Documentation.md")]
      + others.map { root.appending(path: $0) }
    return try pages.sorted { $0.path < $1.path }.map(Documentation.init(at:))
  }

  let url: URL
  let text: String

  init(at url: URL) throws {
    self.url = url
    text = try String(contentsOf: url, encoding: .utf8)
  }

  var name: String { url.lastPathComponent }

  /// The targets of links that are no web addresses.
  var links: [String] {
    text.matches(of: /\]\((?<target>[^)\s]+)\)/).map { String($0.output.target) }
      .filter { !$0.hasPrefix("https://") && !$0.hasPrefix("http://") }
  }

  /// The places that a link may lead to, as GitHub names them after headings.
  var anchors: Set<String> {
    Set(
      text.matches(of: /(?m)^#+ (?<heading>.+)$/).map { match in
        match.output.heading.lowercased().filter {
          $0.isLetter || $0.isNumber || " -_".contains($0)
        }
        .replacing(" ", with: "-")
      })
  }

  /// What is typed behind the program's name, in blocks and in code between backticks.
  var commands: [String] {
    let program = /(?:tagwright|swift run (?:-q )?(?:tagwright|my-shop))\ (?<rest>[^`\n]+)/
    let quoted = text.matches(of: /`(?<code>[^`\n]+)`/).map { String($0.output.code) }
    let blocks = text.matches(of: /(?s)```(?:sh|console|yaml)\n(?<code>.*?)```/)
      .flatMap { $0.output.code.split(separator: "\n").map(String.init) }
    return (quoted + blocks).compactMap { code in
      let line = code.replacing(#/^\s*(?:\$ |- )?(?:(?:name|entry|run): )?/#, with: "")
      return line.prefixMatch(of: program).map { String($0.output.rest) }
    } + listed
  }

  /// The commands in the first column of a table of commands.
  private var listed: [String] {
    let table = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasPrefix("| command |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    return table.flatMap { row in
      row.split(separator: " |", maxSplits: 1)[0].matches(of: /`(?<code>[^`]+)`/)
        .map { String($0.output.code) }
    }.filter { code in !code.hasPrefix("-") && code.first?.isLetter == true }
  }
}
