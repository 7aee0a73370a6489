import Tagwright
import Testing

/// What is staged is compiled elsewhere, where a relative path would lead somewhere else.
@Suite struct ManifestPathsTests {
  @Test(arguments: [
    (".package(path: \"../tagwright\")", ".package(path: \"/plans/tagwright\")"),
    (".package(path: \"../../a b/./c\")", ".package(path: \"/a b/c\")"),
    (
      ".package(name: \"t\", path: \"../x/../t\"), .package(path: \"../y\")",
      ".package(name: \"t\", path: \"/plans/t\"), .package(path: \"/plans/y\")"
    ),
    (
      ".package(path: \"/t\"), .target(path: \"Sources/x\")",
      ".package(path: \"/t\"), .target(path: \"Sources/x\")"
    ),
    (".package(path: \"../../../../../t\")", ".package(path: \"/t\")"),
    (".package(path: \"../unfinished", ".package(path: \"/plans/unfinished"),
  ])
  func foldersBesideThePackageAreNamedByWhereTheyAre(_ manifest: String, _ located: String) {
    #expect(ManifestPaths.located(manifest, from: "/plans/my shop/") == located)
  }
}
