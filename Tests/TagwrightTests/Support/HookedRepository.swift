import Foundation
import TestSupport
import Testing

/// A real git repository in a temporary folder, with a package whose plan is "compiled" by scripts or by the built tool.
///
/// The machine's own configuration of git has no part in it.
final class HookedRepository {
  let temporary: TemporaryFolder
  /// The package's folder, relative to the repository's top; empty for the top itself.
  let package: String
  /// The variables of everything that runs in it.
  var environment: [String: String]

  /// What a source of the package holds at first.
  static let plan = "// the plan\n"

  init(package: String = "") throws {
    temporary = try TemporaryFolder()
    self.package = package
    environment = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_CONFIG_NOSYSTEM": "1", "HOME": temporary.path, "XDG_CONFIG_HOME": temporary.path,
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
      "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.com", "SKIP": "",
      "PATH": "\(temporary.path)/bin",
    ]
    try temporary.makeFolder("bin")
    try temporary.makeFolder("top/\(package)")
    for program in [
      "git", "sh", "find", "head", "grep", "touch", "mv", "cat", "mkdir", "cp", "chmod", "rm",
    ] {
      try temporary.link("bin/\(program)", to: try Self.found(program))
    }
    try git("init", "-q", "-b", "main")
    try write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try write(Self.plan, to: "Sources/Shop/Plan.swift")
    try write(".build/\n", to: ".gitignore")
    for source in ["Package.swift", "Sources/Shop/Plan.swift", "Sources/Shop", "Sources"] {
      try age(source)
    }
  }

  /// A path of the package, relative to the top.
  func inPackage(_ path: String) -> String { package.isEmpty ? path : "\(package)/\(path)" }

  /// An absolute path in the package.
  func at(_ path: String) -> String { temporary.at("top/\(inPackage(path))") }

  /// Writes a file of the package.
  func write(_ text: String, to path: String) throws {
    try temporary.write(text, to: "top/\(inPackage(path))")
  }

  /// A file of the package.
  func text(_ path: String) throws -> String {
    try String(contentsOfFile: at(path), encoding: .utf8)
  }

  /// Gives a file of the package a date before every build.
  func age(_ path: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: at(path))
  }

  /// Puts the built tool where a build of the package puts its executable.
  func placeBuiltTool() throws {
    try temporary.makeFolder("top/\(inPackage(".build/debug"))")
    let target = at(".build/debug/tagwright")
    do {
      try FileManager.default.linkItem(atPath: BuiltTool.path, toPath: target)
    } catch {
      try FileManager.default.copyItem(atPath: BuiltTool.path, toPath: target)
    }
  }

  /// Writes a script that can be executed.
  func script(_ text: String, to path: String) throws {
    try temporary.write("#!/bin/sh\n\(text)\n", to: path)
    try temporary.setPermissions(0o755, of: path)
  }

  /// Puts a `swift` on `PATH` whose executables generate one file that holds the plan's text, or fail where the plan
  /// says so; `swift build` itself fails where the plan is no Swift.
  func placeFakeSwift() throws {
    try script(
      #"""
      echo "swift $*" >> "$HOME/calls"
      package=. scratch=
      while [ $# -gt 0 ]; do
        case $1 in
          --package-path) package=$2; shift ;;
          --scratch-path) scratch=$2; shift ;;
        esac
        shift
      done
      [ -n "$scratch" ] || scratch=$package/.build
      if grep -q 'no Swift' "$package/Sources/Shop/Plan.swift"; then
        echo 'Plan.swift:1: error: expected expression' >&2
        exit 1
      fi
      mkdir -p "$scratch/debug"
      cat > "$scratch/debug/tagwright" <<'END'
      #!/bin/sh
      [ "$1" = generate ] || exec "$BUILT_TOOL" "$@"
      if grep -q 'wrong plan' Sources/Shop/Plan.swift; then
        echo 'Plan.swift:1: error: the plan is wrong [some-rule]' >&2
        exit 1
      fi
      mkdir -p Output
      cp Sources/Shop/Plan.swift Output/README.md
      echo README.md > Output/.tagwright
      END
      chmod +x "$scratch/debug/tagwright"
      """#, to: "bin/swift")
    environment["BUILT_TOOL"] = try BuiltTool.path
  }

  /// What `swift` was asked for.
  var swiftCalls: String {
    (try? String(contentsOfFile: temporary.at("calls"), encoding: .utf8)) ?? ""
  }

  /// Runs git at the top, or in another folder of the temporary one.
  @discardableResult
  func git(
    _ arguments: String..., in folder: String = "top", expecting status: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> BuiltTool.Result {
    let result = try run("git", arguments, in: folder)
    #expect(
      result.status == status, "git \(arguments): \(result.errors)", sourceLocation: location)
    return result
  }

  /// What git prints, without the last line feed.
  func answer(_ arguments: String..., in folder: String = "top") throws -> String {
    let output = try run("git", arguments, in: folder).output
    return output.hasSuffix("\n") ? String(output.dropLast()) : output
  }

  /// Runs the built tool in the package's folder, or in another folder of the temporary one.
  func tool(_ arguments: String..., in folder: String? = nil) throws -> BuiltTool.Result {
    try run(BuiltTool.path, arguments, in: folder ?? "top/\(package)")
  }

  /// Runs a program with nothing but the repository's own settings.
  func run(_ program: String, _ arguments: [String], in folder: String) throws -> BuiltTool.Result {
    let executable = program.hasPrefix("/") ? program : temporary.at("bin/\(program)")
    return try Running(
      executable, arguments, at: temporary.at(folder), environment: environment
    ).result()
  }

  /// The names of the files of the last commit.
  var committed: [String] {
    get throws {
      try answer("-c", "core.quotePath=false", "show", "--format=", "--name-only", "HEAD")
        .split(separator: "\n").map(String.init)
    }
  }

  private static func found(_ program: String) throws -> String {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let candidates = folders.split(separator: ":").map { "\($0)/\(program)" }
    return try #require(
      candidates.first { FileManager.default.isExecutableFile(atPath: $0) },
      "there is no '\(program)' on PATH")
  }
}
