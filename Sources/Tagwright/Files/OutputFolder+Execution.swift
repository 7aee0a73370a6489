extension OutputFolder {
  /// Executes effects in their order, after all new content is on the disk in temporary files.
  func execute(_ effects: [FileEffect]) throws(FileError) {
    let leftovers = effects.filter { isLeftover($0.path) }
    for leftover in leftovers { try FileSystem.removeFile("\(path)/\(leftover.path)") }
    let staged = try stage(effects)
    var made = staged.files
    do throws(FileError) {
      for effect in effects {
        switch effect {
        case .unchanged: break
        case .remove where isLeftover(effect.path): break
        case .remove(let relative):
          try FileSystem.removeFile("\(path)/\(relative)")
        case .write(let relative, _, _):
          guard let temporary = made[relative] else { continue }
          try FileSystem.move(temporary, to: "\(path)/\(relative)")
          made[relative] = nil
        }
      }
    } catch {
      unstage(StagedContent(files: made, folders: staged.folders))
      throw error
    }
    for case .remove(let relative) in effects { removeEmptyFolders(above: relative) }
  }

  /// New content that waits in temporary files, and the folders made for it.
  private struct StagedContent {
    /// Temporary files by the relative path that they are for.
    var files: [String: String] = [:]
    /// Outermost first.
    var folders: [String] = []
  }

  private func stage(_ effects: [FileEffect]) throws(FileError) -> StagedContent {
    var staged = StagedContent()
    do throws(FileError) {
      for (index, effect) in effects.enumerated() {
        guard case .write(let relative, let bytes, _) = effect else { continue }
        let folder = "\(path)/\(relative.parentFolder)"
        staged.folders += try FileSystem.makeFolders(
          String(folder.dropLast()), permissions: folderPermissions)
        let temporary = "\(folder)\(Self.temporaryPrefix)\(index)"
        try FileSystem.write(
          bytes, toNew: temporary, named: "\(name)/\(relative)", permissions: filePermissions)
        staged.files[relative] = temporary
      }
    } catch {
      unstage(staged)
      throw error
    }
    return staged
  }

  private func unstage(_ staged: StagedContent) {
    for temporary in staged.files.values { try? FileSystem.removeFile(temporary) }
    for folder in staged.folders.reversed() { FileSystem.removeFolder(ifEmpty: folder) }
  }

  private func removeEmptyFolders(above relative: String) {
    var folder = relative.parentFolder.dropLast()
    while !folder.isEmpty, FileSystem.removeFolder(ifEmpty: "\(path)/\(folder)") {
      folder = String(folder).parentFolder.dropLast()
    }
  }

  private func isLeftover(_ relative: String) -> Bool {
    relative.dropFirst(relative.parentFolder.count).hasPrefix(Self.temporaryPrefix)
  }
}
