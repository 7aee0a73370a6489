import Foundation
import Tagwright
import TestSupport
import Testing

@Suite struct ReleaseTests {
  private static let github = Documentation.root.appending(path: ".github")

  @Test func aTagIsTheVersion() throws {
    let folder = try TemporaryFolder()
    let script = Self.github.appending(path: "release/check-version").path
    let right = try Running(script, ["v\(Tool.version)"], in: folder).result()
    #expect(right.status == 0 && right.output == "\(Tool.version)\n")
    for tag in ["v0.0.9", Tool.version, "main"] {
      let wrong = try Running(script, [tag], in: folder).result()
      #expect(wrong.status == 1 && wrong.output.contains("tag 'v\(Tool.version)'"))
    }
  }

  @Test func scriptsOfTheReleaseAreThere() throws {
    let workflow = try String(
      contentsOf: Self.github.appending(path: "workflows/release.yml"), encoding: .utf8)
    let docker = try String(contentsOf: Self.github.appending(path: "Dockerfile"), encoding: .utf8)
    let folder = try TemporaryFolder()
    let paths = (workflow + docker).matches(of: /\.github\/(release\/[a-z-]+)/).map { String($0.1) }
    #expect(Set(paths) == ["release/check-version", "release/package"])
    for path in Set(paths) {
      let script = Self.github.appending(path: path).path
      #expect(FileManager.default.isExecutableFile(atPath: script))
      #expect(try Running("/bin/sh", ["-n", script], in: folder).result().status == 0)
    }
    // What the image copies is there.
    for name in docker.matches(of: /(?m)^COPY (?!--)([\w .\/]+) \S+$/).flatMap({
      $0.1.split(separator: " ")
    }) {
      #expect(
        FileManager.default.fileExists(
          atPath: Documentation.root.appending(path: String(name)).path), "\(name)")
    }
  }

  /// A package that names Tagwright by its address and a tag.
  @Test(
    .enabled(
      if: TestRun.isThorough,
      "set TAGWRIGHT_THOROUGH to run this"))
  func aPackageMayDependOnATag() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "shop", platforms: [.macOS(.v15)],
        dependencies: [.package(url: "file://\(folder.at("tagwright"))", from: "\(Tool.version)")],
        targets: [
          .executableTarget(
            name: "Site", dependencies: [.product(name: "Tagwright", package: "tagwright")])
        ])
      """, to: "shop/Package.swift")
    try folder.write("import Tagwright\n", to: "shop/Sources/Site/Plan.swift")
    let script = """
      git clone --quiet --no-hardlinks "$0" tagwright && cd tagwright &&
      git -c user.name=Ada -c user.email=ada@example.com tag "v\(Tool.version)" && cd ../shop &&
      swift package --cache-path ../cache resolve && swift package describe --type json
      """
    let result = try Running("/bin/sh", ["-c", script, Documentation.root.path], in: folder)
      .result()
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\"tagwright\""))
    let resolved = try String(contentsOfFile: folder.at("shop/Package.resolved"), encoding: .utf8)
    #expect(resolved.contains("\"version\" : \"\(Tool.version)\""))
  }
}
