import Foundation
import Tagwright
import Testing

@Suite struct PackageNamesTests {
  /// The names of targets are global to all packages that are built together.
  @Test func noNewPackageHasATargetOrAProductOfTagwrights() throws {
    let manifest = try String(
      contentsOf: Documentation.root.appending(path: "Package.swift"), encoding: .utf8)
    let names = manifest.matches(
      of: /\.(?:executable|executableTarget|target|library)\(\s*name: "(\w+)"/
    ).map { String($0.1) }
    #expect(names.count > 20)
    for name in names {
      let made = PackageNames(folder: name.lowercased())
      #expect(made.type.lowercased() != name.lowercased(), "list '\(name)' in 'PackageNames.taken'")
    }
  }
}
