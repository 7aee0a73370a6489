/// A git work tree, asked and changed through the program `git`.
package struct GitRepository: Sendable {
  /// The top folder of the work tree, absolute, without a slash at its end.
  package let top: String
  /// Variables that git sees besides the tool's own; `GIT_INDEX_FILE` names another index.
  package var environment: [String: String?] = Self.plainPathspecs

  /// The work tree at this top folder, as git tells it to a hook.
  package init(top: String) { self.top = top }

  /// The work tree that holds a folder.
  ///
  /// - Throws: where there is none, or no git.
  package init(holding folder: String) throws(CommandError) {
    var git = ChildProcess("git", ["-C", folder, "rev-parse", "--show-toplevel"])
    git.showsErrors = false
    let ending = try git.run()
    let top = String(decoding: ending.output, as: UTF8.self).withoutLineEnd
    guard ending.status == 0, !top.isEmpty else {
      throw CommandError(
        "'\(folder)' is in no git work tree", notes: ["'git init' makes one"])
    }
    self.top = top
  }

  /// Runs a command of git; its output.
  ///
  /// - Throws: where git ends with another status than 0; git has said why by then.
  @discardableResult
  package func run(_ arguments: [String], input: [UInt8]? = nil) throws(CommandError) -> [UInt8] {
    var git = process(arguments)
    git.input = input
    let ending = try git.run()
    guard ending.status == 0 else {
      throw CommandError("'git \(arguments.first ?? "")' ended with status \(ending.status)")
    }
    return ending.output
  }

  /// Whether a command that answers by its exit status says yes; its messages are not shown.
  package func says(_ arguments: [String]) throws(CommandError) -> Bool {
    var git = process(arguments)
    git.showsErrors = false
    return try git.run().status == 0
  }

  /// One line of a command's output; `nil` where the command fails.
  package func line(_ arguments: [String]) throws(CommandError) -> String? {
    var git = process(arguments)
    git.showsErrors = false
    let ending = try git.run()
    return ending.status == 0 ? String(decoding: ending.output, as: UTF8.self).withoutLineEnd : nil
  }

  /// The paths that a command prints with `-z`, relative to the top.
  package func paths(_ arguments: [String]) throws(CommandError) -> [String] {
    try run(arguments).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Texts as git reads a list of them with `-z`.
  package static func list(_ texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts { bytes += Array(text.utf8) + [0] }
    return bytes
  }

  /// The absolute path of something that git keeps: `hooks`, `MERGE_HEAD`, `index.lock`.
  package func gitPath(_ name: String) throws(CommandError) -> String {
    guard let path = try line(["rev-parse", "--git-path", name]), !path.isEmpty else {
      throw CommandError("git does not say where '\(name)' lies")
    }
    return absolute(path)
  }

  /// A path that git printed relative to the top.
  package func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(top)/\(path)"
  }

  /// The path of a folder below the top, as `shop/`; empty for the top itself.
  package func prefix(of folder: String) throws(CommandError) -> String {
    do throws(FileError) {
      let top = try FileSystem.resolved(top)
      let path = try FileSystem.resolved(folder)
      if path == top { return "" }
      let start = top == "/" ? top : top + "/"
      guard path.hasPrefix(start) else {
        throw FileError("'\(folder)' is not in the git work tree '\(self.top)'")
      }
      return path.dropFirst(start.count) + "/"
    } catch {
      throw CommandError(error)
    }
  }

  private func process(_ arguments: [String]) -> ChildProcess {
    var git = ChildProcess("git", ["-C", top] + arguments)
    git.environment = environment
    return git
  }

  /// The variables that a hook inherits from `git --literal-pathspecs` and its like.
  private static let plainPathspecs: [String: String?] = [
    "GIT_LITERAL_PATHSPECS": nil, "GIT_GLOB_PATHSPECS": nil, "GIT_NOGLOB_PATHSPECS": nil,
    "GIT_ICASE_PATHSPECS": nil,
  ]
}

extension String {
  /// The text without the line feed at its end.
  var withoutLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
