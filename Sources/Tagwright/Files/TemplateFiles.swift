/// Finds template files.
enum TemplateFiles {
  /// The files that paths name, each once and sorted; of a folder, every `.tpl` file at any depth, but for those in
  /// hidden folders and behind links to folders.
  ///
  /// - Throws: for a path where nothing is, and for a folder without templates.
  static func paths(at paths: [String]) throws(FileError) -> [String] {
    var found: Set<String> = []
    for path in paths {
      guard let status = try FileSystem.status(of: path, followingLinks: true) else {
        throw FileError("cannot read '\(path)'", reason: "no such file or folder")
      }
      guard status.kind == .folder else {
        found.insert(path)
        continue
      }
      let files = try files(below: path)
      guard !files.isEmpty else {
        throw FileError(
          "'\(path)' holds no '.tpl' file", advice: "name a template file, or the folder it is in")
      }
      found.formUnion(files)
    }
    return found.sorted()
  }

  private static func files(below folder: String) throws(FileError) -> [String] {
    var files: [String] = []
    var folders = [folder]
    while let folder = folders.popLast() {
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
        let path =
          folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        if name.hasSuffix(".tpl") {
          if try FileSystem.status(of: path, followingLinks: true)?.kind == .file {
            files.append(path)
          }
        } else if try FileSystem.status(of: path)?.kind == .folder {
          folders.append(path)
        }
      }
    }
    return files
  }
}
