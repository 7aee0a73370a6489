import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Disks and folders that cannot be written to: one clear error, status 2, nothing changed.
@Suite struct BadDiskTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 16, 64])
  func aFullDiskChangesNothing(_ blocks: Int) throws {
    // A limit on the size of files meets the same writes as a full disk.
    let generate = "ulimit -f \(blocks); exec \"$0\" generate 2>&1 | cat; exit 0"
    let empty = try BuiltTool.shell("(\(generate)) | grep -c '^error: cannot write'", in: folder)
    #expect(empty.output == "1\n")
    #expect(try folder.written().isEmpty)
    #expect(try BuiltTool.run(["generate"], in: folder).status == 0)
    for name in ["Output/server-container.json", "Output/templates/tiktok-purchase.tpl"] {
      try folder.write("old", to: name)
    }
    let before = try folder.written()
    let result = try BuiltTool.shell(
      "(ulimit -f \(blocks); \"$0\" generate; echo $? >&2) 2>&1 >/dev/null | cat", in: folder)
    #expect(result.output.hasSuffix(": file too large\n2\n"), "\(result.output)")
    #expect(try folder.written() == before)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write and read everywhere"))
  func aFolderWithoutPermissionIsNotWrittenTo() throws {
    try folder.makeFolder("Output")
    try folder.setPermissions(0o555, of: "Output")
    let result = try BuiltTool.run(["generate"], in: folder)
    try folder.setPermissions(0o755, of: "Output")
    #expect(result.status == 2)
    #expect(result.errors.hasSuffix(": permission denied\n"))
    #expect(try folder.content(below: "Output").isEmpty)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write and read everywhere"))
  func anUnreadableFileStopsTheRun() throws {
    _ = try BuiltTool.run(["generate"], in: folder)
    try folder.setPermissions(0o000, of: "Output/server-container.json")
    let result = try BuiltTool.run(["generate"], in: folder)
    #expect(result.status == 2)
    #expect(
      result.errors == "error: cannot read 'Output/server-container.json': permission denied\n")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "there is no /proc here"))
  func aFolderThatCannotBeMadeIsNamed() throws {
    let result = try BuiltTool.run(["generate", "--into", "/proc/tagwright/out"], in: folder)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors
        == "error: cannot make the folder '/proc/tagwright': no such file or directory\n")
  }

  @Test(arguments: ["file", "file/below", "dangling", "dangling/below"])
  func whatIsNoFolderIsNotWrittenTo(_ path: String) throws {
    try folder.write("mine", to: "file")
    try folder.link("dangling", to: "nowhere")
    let before = try folder.written()
    let result = try BuiltTool.run(["generate", "--into", path], in: folder)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("error: cannot make the folder '"))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(try folder.written() == before)
  }
}
