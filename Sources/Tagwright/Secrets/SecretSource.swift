import Diagnostics

/// The source of the values of secrets: the environment first, then a file `.env` that git ignores.
struct SecretSource {
  /// The value of an environment variable, if it is set.
  let environment: (String) -> String?
  /// The folder with the file, absolute.
  let folder: String

  /// The values that are set and not empty, by name; the file is opened only where the environment lacks one.
  ///
  /// - Throws: for a file that git has or would take, and for a line in it that is not an assignment.
  func values(of names: [String]) throws(CommandError) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = environment(name), !value.isEmpty { values[name] = value }
    }
    guard values.count < Set(names).count, let file = try file() else { return values }
    for name in names where values[name] == nil {
      if let value = file.values[name], !value.isEmpty { values[name] = value }
    }
    return values
  }

  private var path: String { folder == "/" ? "/.env" : "\(folder)/.env" }

  private func file() throws(CommandError) -> EnvironmentFile? {
    let bytes: [UInt8]
    let isInRepository: Bool
    do throws(FileError) {
      guard let status = try FileSystem.status(of: path, followingLinks: true),
        // Another program's named pipe is nothing to wait for.
        status.kind == .file
      else { return nil }
      isInRepository = try GitWorkTree.root(holding: FileSystem.resolved(folder)) != nil
      bytes = try FileSystem.read(path, limit: 1 << 20)
    } catch {
      throw CommandError(error)
    }
    if isInRepository { try checkThatGitIgnoresIt() }
    return try EnvironmentFile(reading: bytes, file: EnvironmentFile.name)
  }

  private func checkThatGitIgnoresIt() throws(CommandError) {
    let repository = GitRepository(top: folder)
    if try repository.says(["ls-files", "--error-unmatch", "--", EnvironmentFile.name]) {
      throw CommandError(
        "git has the file '.env', so its values are no longer secret",
        notes: [
          "take it out: git rm --cached .env, and add '.env' to '.gitignore'",
          "revoke the tokens in it and make new ones",
        ])
    }
    guard try repository.says(["check-ignore", "-q", "--", EnvironmentFile.name]) else {
      throw CommandError(
        "git does not ignore the file '.env', so the next commit could take it",
        notes: ["add a line '.env' to '.gitignore'"])
    }
  }
}
