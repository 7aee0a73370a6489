import Diagnostics
import TagManagerClient

/// Reads a container from Tag Manager for a command, as the command's options have it.
package struct LiveContainerReading {
  /// A version instead of the live one.
  package static let version = Option.text(
    "container-version", "N", "read the version with this number instead of the live one")
  /// A workspace instead of the live version.
  package static let workspace = Option.text(
    "workspace", "NAME", "read what stands in this workspace, published or not")
  /// The file in which to keep what was read.
  package static let save = Option.text(
    "save", "FILE", "keep what was read, as Tag Manager sent it")
  /// Whether every step is said.
  package static let verbose = Option.flag("verbose", "say every step of reading")
  /// The options that a command that reads a container lists among its own.
  package static let options = [version, workspace, save, verbose]
  /// The part of its help about credentials, in lines.
  package static let discussion = CredentialSearch.help.split(
    separator: "\n", omittingEmptySubsequences: false
  ).map(String.init)

  private let selection: ContainerSelection
  private let savedPath: String?
  private let isVerbose: Bool

  /// Reads the options.
  ///
  /// - Throws: for a version that is not a number, and for a version together with a workspace.
  package init(_ arguments: ParsedArguments) throws(CommandError) {
    savedPath = arguments[Self.save]
    isVerbose = arguments.has(Self.verbose)
    switch (arguments[Self.version], arguments[Self.workspace]) {
    case (nil, nil): selection = .live
    case (nil, let name?): selection = .workspace(name)
    case (let text?, nil):
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number > 0
      else {
        throw CommandError(
          "'--container-version' is not a number: '\(text)'",
          notes: ["Tag Manager lists the numbers under Versions"])
      }
      selection = .version(number)
    case (_?, _?):
      throw CommandError("'--container-version' and '--workspace' exclude each other")
    }
  }

  /// The container in words: `live version of 'GTM-ABC1234'`.
  package func name(publicID: String) -> String {
    switch selection {
    case .live: "live version of '\(publicID)'"
    case .version(let number): "version \(number) of '\(publicID)'"
    case .workspace(let name): "workspace '\(name)' of '\(publicID)'"
    }
  }

  /// The bytes of a `ContainerVersion` in the API's form; they are kept in a file first if that was
  /// asked for.
  ///
  /// Credentials, the proxy and `TAGWRIGHT_API_URL` come from the invocation's environment; waits, and
  /// every step with `--verbose`, are reported to standard error.
  ///
  /// - Parameter publicID: such as `GTM-ABC1234`.
  /// - Throws: why it could not be read or kept, and what to do about it.
  package func bytes(publicID: String, for invocation: Invocation) throws(CommandError) -> [UInt8] {
    let file = try savedPath.map { path throws(CommandError) in
      try PrivateFile(path: path)
    }
    let bytes: [UInt8]
    do throws(FetchFailure) {
      let container = try LiveContainer(
        environment: invocation.environment, readFile: Self.readCredentialFile
      ) { step in
        if isVerbose || !step.isDetail { invocation.console.report(step.text) }
      }
      bytes = try container.fetch(publicID: publicID, selection: selection)
    } catch {
      throw CommandError(error.message, notes: error.notes)
    }
    if let file {
      try file.write(bytes)
      if let warning = try file.warning {
        invocation.console.report("\(invocation.console.style.word("note")): \(warning)")
      }
    }
    return bytes
  }

  static func readCredentialFile(_ path: String) -> CredentialSearch.FileContent {
    do throws(FileError) {
      guard try FileSystem.status(of: path) != nil else { return .missing }
      return .bytes(try FileSystem.read(path, limit: CredentialFile.lengthLimit))
    } catch {
      return .unreadable(reason: error.reason ?? error.problem)
    }
  }
}
