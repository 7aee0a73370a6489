import Foundation
import Tagwright
import TestSupport
import Testing

/// Installing and removing, in real repositories.
@Suite struct HookInstallationTests {
  private let hook = "top/.git/hooks/pre-commit"

  @Test func aSecondInstallationChangesNothing() throws {
    let repository = try HookedRepository()
    #expect(try repository.tool("hook", "status").status == 1)
    let first = try repository.tool("hook", "install")
    #expect(first.output == "installed '.git/hooks/pre-commit' for the plan in '.'\n")
    #expect(first.status == 0)
    let before = try repository.temporary.content(below: "top/.git/hooks")
    let second = try repository.tool("hook", "install")
    #expect(second.output == "'.git/hooks/pre-commit' is up to date\n")
    #expect(try repository.temporary.content(below: "top/.git/hooks") == before)
    let status = try repository.tool("hook", "status")
    #expect(status.output == "installed: '.git/hooks/pre-commit'\n")
    #expect(status.status == 0)
    #expect(
      try repository.tool("hook", "uninstall").output == "removed '.git/hooks/pre-commit'\n")
    #expect(
      try repository.tool("hook", "uninstall").output
        == "there is no hook of Tagwright in '.git/hooks/pre-commit'\n")
  }

  @Test(arguments: [0o755, 0o644])
  func aHookThatWasThereIsKeptAndComesBackAsItWas(_ permissions: Int) throws {
    let repository = try HookedRepository()
    let text = "#!/bin/sh\necho \"first\" >> \"$HOME/order\"\nexit 0 # no line feed, \u{FEFF}ü"
    try repository.temporary.write(text, to: hook)
    try repository.temporary.setPermissions(permissions, of: hook)
    let before = try repository.temporary.content(below: "top/.git/hooks")
    let outcome = try repository.tool("hook", "install")
    #expect(
      outcome.output == """
        installed '.git/hooks/pre-commit' for the plan in '.'
        kept the hook that was there as '.git/hooks/pre-commit.before-tagwright'; it runs first

        """)
    try repository.git("commit", "-q", "--allow-empty", "-m", "empty")
    let ran = FileManager.default.fileExists(atPath: repository.temporary.at("order"))
    // git does not execute a hook without permission either.
    #expect(ran == (permissions == 0o755))
    #expect(
      try repository.tool("hook", "status").output
        == "installed: '.git/hooks/pre-commit'\nruns first: '.git/hooks/pre-commit.before-tagwright'\n"
    )
    #expect(try repository.tool("hook", "uninstall").status == 0)
    #expect(try repository.temporary.content(below: "top/.git/hooks") == before)
    #expect(try repository.temporary.permissions(of: hook) == permissions)
  }

  @Test func aHookThatWasThereCanRefuseTheCommit() throws {
    let repository = try HookedRepository()
    try repository.script("echo 'not today' >&2; exit 3", to: hook)
    _ = try repository.tool("hook", "install")
    let result = try repository.git(
      "commit", "-q", "--allow-empty", "-m", "empty", expecting: 1)
    #expect(result.errors.contains("not today"))
  }

  @Test func aHookIsNeverOverwritten() throws {
    let repository = try HookedRepository()
    _ = try repository.tool("hook", "install")
    try repository.script("echo mine", to: hook)
    try repository.script("echo kept", to: hook + ".before-tagwright")
    let before = try repository.temporary.content(below: "top/.git/hooks")
    let result = try repository.tool("hook", "install")
    #expect(result.status == 2)
    #expect(
      result.errors.hasPrefix(
        "error: '.git/hooks/pre-commit' and '.git/hooks/pre-commit.before-tagwright' are both there\n"
      ))
    #expect(try repository.temporary.content(below: "top/.git/hooks") == before)
  }

  @Test func aHookChangedByHandIsNeitherReplacedNorRemoved() throws {
    let repository = try HookedRepository()
    _ = try repository.tool("hook", "install")
    let text = try String(contentsOfFile: repository.temporary.at(hook), encoding: .utf8)
    try repository.temporary.write(text + "echo mine\n", to: hook)
    for action in ["install", "uninstall"] {
      let result = try repository.tool("hook", action)
      #expect(result.status == 2)
      #expect(
        result.errors.hasPrefix(
          "error: '.git/hooks/pre-commit' was written by Tagwright and changed by hand\n"))
    }
    #expect(
      try repository.tool("hook", "status").output == "changed by hand: '.git/hooks/pre-commit'\n")
    #expect(
      try String(contentsOfFile: repository.temporary.at(hook), encoding: .utf8)
        == text + "echo mine\n")
  }

  @Test func anOlderHookIsBroughtUpToDate() throws {
    let repository = try HookedRepository()
    let plan = HookedPlan(folder: "", product: "tagwright")
    let current = HookScript(plans: [plan]).text
    let body = current.split(separator: "\n", maxSplits: 2)[2]
      .replacingOccurrences(of: "top=$(pwd)", with: "top=$PWD")
    let older = "#!/bin/sh\n# tagwright-hook 0 \(HookScript.checksum(of: body))\n\(body)"
    #expect(HookScript.recognise(older) == .written(HookScript(plans: [plan]), isCurrent: false))
    try repository.temporary.write(older, to: hook)
    #expect(try repository.tool("hook", "status").status == 1)
    #expect(
      try repository.tool("hook", "install").output
        == "updated '.git/hooks/pre-commit' for the plan in '.'\n")
    #expect(
      try String(contentsOfFile: repository.temporary.at(hook), encoding: .utf8) == current)
    try repository.temporary.setPermissions(0o644, of: hook)
    #expect(
      try repository.tool("hook", "status").output
        == "git ignores '.git/hooks/pre-commit', since it may not be executed\n")
    _ = try repository.tool("hook", "install")
    #expect(try repository.tool("hook", "status").status == 0)
  }

  @Test func oneHookLooksAfterSeveralPackages() throws {
    let repository = try HookedRepository(package: "shops/it's one")
    try repository.temporary.write("// swift-tools-version: 6.2\n", to: "top/two/Package.swift")
    _ = try repository.tool("hook", "install")
    let second = try repository.tool("hook", "install", "--product", "second", in: "top/two")
    #expect(second.output == "updated '.git/hooks/pre-commit' for the plan in 'two'\n")
    let text = try String(contentsOfFile: repository.temporary.at(hook), encoding: .utf8)
    #expect(
      HookScript.recognise(text)
        == .written(
          HookScript(plans: [
            HookedPlan(folder: "shops/it's one/", product: "tagwright"),
            HookedPlan(folder: "two/", product: "second"),
          ]), isCurrent: true))
    #expect(try repository.tool("hook", "status").status == 0)
    #expect(
      try repository.tool("hook", "uninstall").output
        == "'.git/hooks/pre-commit' no longer looks after the plan in 'shops/it's one', "
        + "but still after 'two'\n")
    #expect(try repository.tool("hook", "status").status == 1)
    #expect(
      try repository.tool("hook", "uninstall", "--product", "second", in: "top/two").output
        == "removed '.git/hooks/pre-commit'\n")
  }

  @Test func aFolderOfTheWorkTreeIsRespected() throws {
    let repository = try HookedRepository(package: "shop")
    try repository.git("config", "core.hooksPath", ".githooks")
    let result = try repository.tool("hook", "install")
    #expect(
      result.output == """
        installed '.githooks/pre-commit' for the plan in 'shop'
        it is a file of the work tree: commit it, and others who use it have it too

        """)
    #expect(
      FileManager.default.isExecutableFile(
        atPath: repository.temporary.at("top/.githooks/pre-commit")))
    let text = try String(
      contentsOfFile: repository.temporary.at("top/.githooks/pre-commit"), encoding: .utf8)
    #expect(!text.contains(repository.temporary.path))
  }

  @Test func aFolderOutsideOfTheRepositoryIsLeftAlone() throws {
    let repository = try HookedRepository()
    try repository.git("config", "core.hooksPath", repository.temporary.at("all hooks"))
    let result = try repository.tool("hook", "install")
    #expect(result.status == 2)
    #expect(
      result.errors.hasPrefix(
        "error: 'core.hooksPath' leads out of this repository, to "
          + "'\(repository.temporary.at("all hooks"))/pre-commit'\n"))
    #expect(!FileManager.default.fileExists(atPath: repository.temporary.at("all hooks")))
    #expect(try repository.tool("hook", "status").output.contains("leads out of this repository"))
  }

  @Test(arguments: [
    ("husky", ".husky/_", "#!/usr/bin/env sh\n. \"$(dirname \"$0\")/h\""),
    ("lefthook", nil, "#!/bin/sh\ncall_lefthook()\n{\n}\ncall_lefthook run \"pre-commit\" \"$@\""),
    (
      "pre-commit", nil,
      "#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com"
    ),
    ("Overcommit", nil, "#!/usr/bin/env ruby\nOvercommit::HookRunner"),
  ])
  func hooksOfOtherToolsAreTheirs(_ name: String, _ folder: String?, _ text: String) throws {
    let repository = try HookedRepository(package: "my shop")
    if let folder { try repository.git("config", "core.hooksPath", folder) }
    let path = "top/\(folder ?? ".git/hooks")/pre-commit"
    try repository.temporary.write(text, to: path)
    let result = try repository.tool("hook", "install")
    #expect(result.status == 2)
    #expect(
      result.errors.hasPrefix(
        "error: the hooks of this repository are looked after by \(name), "))
    #expect(
      result.errors.contains("swift run -q --package-path 'my shop' tagwright hook run"))
    #expect(try String(contentsOfFile: repository.temporary.at(path), encoding: .utf8) == text)
    #expect(
      try repository.tool("hook", "status").output.contains("are looked after by \(name)\n"))
  }

  @Test func outsideOfARepositoryOrAPackageNothingIsWritten() throws {
    let repository = try HookedRepository()
    try repository.temporary.write("", to: "plain/Package.swift")
    let noRepository = try repository.tool("hook", "install", in: "plain")
    #expect(noRepository.status == 2)
    #expect(noRepository.errors.contains("is in no git work tree\nnote: 'git init' makes one\n"))
    try repository.temporary.makeFolder("empty")
    let noPackage = try repository.tool("hook", "install", in: "empty")
    #expect(noPackage.status == 2)
    #expect(
      noPackage.errors.hasPrefix("error: there is no 'Package.swift' here or in a folder above\n"))
    let typed = try repository.tool("hook", "instal")
    #expect(typed.errors == "error: 'hook' cannot 'instal'\nnote: did you mean 'install'?\n")
  }
}
