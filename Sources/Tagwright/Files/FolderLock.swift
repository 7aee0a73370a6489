#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Keeps two runs from writing into one folder at once; the system lets go of it when a process ends.
struct FolderLock {
  private let descriptor: Int32

  /// Waits up to ten seconds for another run.
  ///
  /// A file system that cannot lock is written to without.
  init(_ path: String, name: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open the folder", name, errno) }
    var attempts = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      attempts += 1
      guard attempts < 200 else {
        close(descriptor)
        throw FileError("another run has been writing into '\(name)' for ten seconds")
      }
      usleep(50_000)
    }
  }

  func release() { close(descriptor) }
}
