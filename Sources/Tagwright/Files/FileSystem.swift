#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

private let systemRead = read
private let systemWrite = write

/// The operating system's files, as far as they are needed; Foundation would double the start-up time.
///
/// Everything throws a ``FileError`` with the path as it was given and the system's own reason.
package enum FileSystem {
  /// The status of what there is at a path.
  package struct Status: Sendable {
    /// The kinds that matter here.
    package enum Kind: Sendable {
      case file, folder, link, other
    }

    package let kind: Kind
    /// In bytes.
    package let size: Int
    /// Owner, group and others, such as `0o644`.
    package let permissions: UInt32
    /// The time of the content's last change, in nanoseconds since 1970.
    package let modified: Int
    /// Device and number: equal for two spellings of the same file.
    package let identity: Identity
  }

  /// Device and number of a file.
  package struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  /// Returns the status of what is at a path, or `nil` where nothing is; a link is followed only on
  /// demand.
  package static func status(
    of path: String, followingLinks: Bool = false
  ) throws(FileError) -> Status? {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError("look at", path, errno)
    }
    return Status(status)
  }

  /// The content of a regular file.
  ///
  /// - Parameter limit: a larger file is refused, in bytes.
  package static func read(_ path: String, limit: Int = 1 << 26) throws(FileError) -> [UInt8] {
    // Without O_NONBLOCK, a named pipe would be waited for.
    let descriptor = try retried("read", path) { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError("read", path, errno) }
    let found = Status(status)
    guard found.kind == .file else {
      throw FileError("cannot read '\(path)'", reason: "it is not a file")
    }
    guard found.size <= limit else {
      throw FileError("cannot read '\(path)'", reason: "it has more than \(limit >> 20) MiB")
    }
    var bytes = [UInt8](repeating: 0, count: found.size)
    var count = 0
    while count < bytes.count {
      let start = count
      let read = try retried("read", path) {
        bytes.withUnsafeMutableBytes { buffer in
          systemRead(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        }
      }
      guard read > 0 else { break }
      count += read
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Makes a file that does not exist yet; its bytes are on the disk when this returns.
  ///
  /// - Parameters:
  ///   - name: the file as errors name it.
  ///   - permissions: reduced by the process's `umask`.
  package static func write(
    _ bytes: [UInt8], toNew path: String, named name: String, permissions: UInt32
  ) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = try retried("write", name) { open(path, flags, mode_t(permissions)) }
    do throws(FileError) {
      try write(bytes, to: descriptor, named: name)
      _ = try retried("write", name) { fsync(descriptor) }
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
    // Some file systems say only now that the disk is full.
    guard close(descriptor) == 0 || errno == EINTR else {
      let code = errno
      unlink(path)
      throw FileError("write", name, code)
    }
  }

  /// Writes all bytes to an open file, a pipe or a terminal.
  package static func write(
    _ bytes: [UInt8], to descriptor: Int32, named name: String
  ) throws(FileError) {
    var start = 0
    while start < bytes.count {
      start += try retried("write", name) {
        bytes.withUnsafeBytes { buffer in
          systemWrite(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        }
      }
    }
  }

  /// Puts a file in the place of another, at once.
  package static func move(_ path: String, to target: String) throws(FileError) {
    guard rename(path, target) == 0 else { throw FileError("write", target, errno) }
  }

  /// Removes a file; one that is gone already is no error.
  package static func removeFile(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError("remove", path, errno) }
  }

  /// Removes a folder if it is empty.
  @discardableResult
  package static func removeFolder(ifEmpty path: String) -> Bool { rmdir(path) == 0 }

  /// Calls until no signal interrupts.
  private static func retried<Result: SignedInteger>(
    _ action: String, _ path: String, _ call: () -> Result
  ) throws(FileError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      guard errno == EINTR else { throw FileError(action, path, errno) }
    }
  }
}

extension FileSystem.Status {
  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    permissions = UInt32(status.st_mode) & 0o7777
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
    identity = FileSystem.Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}

extension FileError {
  /// The system's reason, which it words in English whatever the locale as long as nobody sets one.
  init(_ action: String, _ path: String, _ code: Int32) {
    let reason = String(cString: strerror(code))
    self.init(
      "cannot \(action) '\(path)'", reason: reason.prefix(1).lowercased() + reason.dropFirst(),
      code: code)
  }
}
