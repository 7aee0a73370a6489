import Tagwright
import TestSupport
import Testing

@Suite struct GitWorkTreeTests {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    try temporary.makeFolder("clone/.git")
    try temporary.makeFolder("clone/Sources")
    try temporary.write("gitdir: elsewhere\n", to: "linked/.git")
    try temporary.makeFolder("free/inner")
    try temporary.link("link-into-clone", to: "clone/Sources")
    try temporary.link("link-outside", to: "free/inner")
    try temporary.link("dangling", to: "nowhere")
  }

  @Test(arguments: [
    ("clone", "clone"), ("clone/Sources", "clone"), ("clone/not/yet", "clone"),
    ("linked/x", "linked"), ("link-into-clone", "clone"), ("link-into-clone/a/b", "clone"),
    ("free/../clone/x", "clone"), ("clone/Sources/../../linked", "linked"), ("clone/", "clone"),
    ("clone//not//yet/", "clone"), ("clone/./x/.", "clone"), ("clone/.git/x", "clone"),
  ])
  func aFolderInAWorkTreeIsRecognised(_ path: String, _ root: String) throws {
    let resolved = try FileSystem.resolved(temporary.at(path))
    #expect(try GitWorkTree.root(holding: resolved) == temporary.at(root))
  }

  @Test(arguments: ["free", "free/inner/new", "link-outside/new", "clone/../free", "new"])
  func aFolderOutsideIsNot(_ path: String) throws {
    let resolved = try FileSystem.resolved(temporary.at(path))
    #expect(try GitWorkTree.root(holding: resolved) == nil)
  }

  @Test(arguments: ["dangling", "dangling/x", "new/../clone", "linked/.git/x"])
  func aPathThatCannotBeResolvedIsRefused(_ path: String) {
    #expect(throws: FileError.self) { try FileSystem.resolved(temporary.at(path)) }
  }
}
