#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  /// Makes a folder and those above it, and returns the new ones, the outermost first.
  ///
  /// - Parameter permissions: of the new ones, reduced by the process's `umask`.
  package static func makeFolders(
    _ path: String, permissions: UInt32
  ) throws(FileError) -> [String] {
    var made: [String] = []
    do throws(FileError) {
      for folder in ancestors(of: path) {
        if let status = try status(of: folder, followingLinks: true) {
          guard status.kind != .folder else { continue }
          throw FileError("cannot make the folder '\(path)': '\(folder)' is not a folder")
        }
        guard mkdir(folder, mode_t(permissions)) == 0 else {
          if errno == EEXIST, try self.status(of: folder, followingLinks: true) != nil { continue }
          throw FileError("make the folder", folder, errno)
        }
        made.append(folder)
      }
    } catch {
      for folder in made.reversed() { removeFolder(ifEmpty: folder) }
      throw error
    }
    return made
  }

  /// Narrows or widens who may use a file or a folder.
  package static func setPermissions(_ permissions: UInt32, of path: String) throws(FileError) {
    guard chmod(path, mode_t(permissions)) == 0 else {
      throw FileError("change the permissions of", path, errno)
    }
  }

  /// The names in a folder, sorted; nothing where there is no such folder.
  package static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw FileError("read the folder", folder, errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The path without links, or `nil` where nothing is.
  package static func realPath(_ path: String) throws(FileError) -> String? {
    guard let real = realpath(path, nil) else {
      if errno == ENOENT { return nil }
      throw FileError("look at", path, errno)
    }
    defer { free(real) }
    return String(cString: real)
  }

  /// The absolute path of the working directory; empty where it has been removed.
  package static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// `a`, `a/b`, `a/b/c`.
  private static func ancestors(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" && $0 != path.startIndex }.map { String(path[..<$0]) }
      .filter { !$0.hasSuffix("/") } + [path]
  }

  /// The absolute path without links of something that need not exist yet.
  ///
  /// - Throws: where what exists of the path is no folder or a link to nothing, or where `..` follows
  ///   a folder that does not exist.
  package static func resolved(_ path: String) throws(FileError) -> String {
    let folder = workingDirectory
    guard path.hasPrefix("/") || !folder.isEmpty else {
      throw FileError("'\(path)' is relative to a working directory that has been removed")
    }
    var existing = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    var missing: [String] = []
    while true {
      while existing.hasSuffix("/"), existing != "/" { existing.removeLast() }
      if let real = try realPath(existing) {
        return missing.reversed().reduce(real == "/" ? "" : real) { "\($0)/\($1)" }
      }
      guard try status(of: existing) == nil else {
        throw FileError("'\(existing)' is a symbolic link that leads nowhere")
      }
      let parent = existing.parentFolder
      let name = existing.dropFirst(parent.count)
      guard name != "..", parent != existing, !parent.isEmpty else {
        throw FileError("'\(path)' leads through a folder that does not exist")
      }
      if name != "." { missing.append(String(name)) }
      existing = parent
    }
  }
}
